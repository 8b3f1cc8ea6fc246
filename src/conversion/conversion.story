# What became of leads and opportunities, step by step. Before anything is agreed the systems' own stages are the steps.
clock 2026-01-05 09:00
as maria   GET /funnel.json                                                                  -> 200 {"why": "No lead or opportunity began in these days.", "items": []}
           POST /products {"name": "Torque meter", "list_price": {"minor": 100000, "currency": "USD"}, "unit_cost": null} -> 201 meter
           POST /opportunities {"name": "One", "stage": "Prospecting", "owner": {karl.id}, "source": "Fair", "value": {"minor": 500000, "currency": "USD"}} -> 201 one
           POST /opportunities {"name": "Two", "stage": "Prospecting", "owner": {karl.id}, "source": "Web", "product": {meter}} -> 201 two
           POST /opportunities {"name": "Three", "stage": "Prospecting", "owner": {karl.id}, "source": "Web", "territory": 2} -> 201 three
           GET /funnel.json                                                                  -> 200
             {"sentence": "3 leads and opportunities began from 6 January 2025 to 5 January 2026: 0 won, 0 lost, 3 open",
              "notes": [{"sentence": "No funnel is agreed: the steps are the systems' own stages, in the order in which they first occurred."}],
              "items": [{"name": "Prospecting", "is_agreed": false, "came": {"number": 3}}]}

# The first version, from February on: a demo belongs to Engaging.
clock 2026-02-01 09:00
           POST /agreements/funnel/versions {"body": {"stages": [{"name": "Prospecting", "definition": "A firm that fits.", "responsible": "marketing"}, {"name": "Engaging", "definition": "We talk.", "responsible": "sales", "crm_stages": ["Demo"]}, {"name": "Proposal", "definition": "They have our offer.", "responsible": "sales"}, {"name": "Won", "definition": "Ordered.", "responsible": "sales", "outcome": "won"}, {"name": "Lost", "definition": "Gone.", "responsible": "sales", "outcome": "lost"}]}} -> 201 first
           POST {first}/signatures                                                           -> 201
as sam     POST {first}/signatures                                                           -> 201 {"state": "locked"}

# What happened before it is told by it provisionally, and that is said.
           GET /funnel.json                                                                  -> 200
             {"notes": [{"sentence": "3 journeys moved on days on which no funnel was in force: such moves are told by the newest version that both sides signed, else by the newest proposed."}],
              "items": [{"name": "Prospecting", "is_agreed": true, "responsible": "marketing", "came": {"number": 3}}, {"name": "Engaging", "came": {"number": 0}}, {"name": "Proposal"}]}
clock 2026-02-11 10:00
as karl    PUT /opportunities/{one} {"name": "One", "stage": "Demo", "owner": {karl.id}, "source": "Fair", "value": {"minor": 500000, "currency": "USD"}, "created_on": "2026-01-05"} -> 200
           PUT /opportunities/{two} {"name": "Two", "stage": "Engaging", "owner": {karl.id}, "source": "Web", "product": {meter}, "created_on": "2026-01-05"} -> 200

# The second version, from March on: a demo is a step of its own. What was a demo in February was Engaging, and stays so.
clock 2026-03-01 09:00
as maria   POST {first}/reopenings {"reason": "A demo is a step."}                            -> 201
as sam     POST {first}/reopenings {"reason": "It is."}                                       -> 201 {"state": "reopened"}
as maria   POST /agreements/funnel/versions {"body": {"stages": [{"name": "Prospecting", "definition": "A firm that fits.", "responsible": "marketing"}, {"name": "Engaging", "definition": "We talk.", "responsible": "sales"}, {"name": "Demo", "definition": "They have seen it.", "responsible": "sales"}, {"name": "Proposal", "definition": "They have our offer.", "responsible": "sales"}, {"name": "Won", "definition": "Ordered.", "responsible": "sales", "outcome": "won"}, {"name": "Lost", "definition": "Gone.", "responsible": "sales", "outcome": "lost"}]}} -> 201 second
           POST {second}/signatures                                                          -> 201
as sam     POST {second}/signatures                                                          -> 201 {"state": "locked"}
clock 2026-03-11 10:00
as karl    PUT /opportunities/{two} {"name": "Two", "stage": "Demo", "owner": {karl.id}, "source": "Web", "product": {meter}, "created_on": "2026-01-05"} -> 200
as maria   GET /funnel.json                                                                  -> 200
             {"items": [{"name": "Prospecting", "came": {"number": 3}, "went_on": {"number": 2}}, {"name": "Engaging", "came": {"number": 2}, "went_on": {"number": 1}, "here": {"number": 1}}, {"name": "Demo", "came": {"number": 1}, "here": {"number": 1}}, {"name": "Proposal", "came": {"number": 0}}]}

# A return is shown and not doubled: Two goes back to Engaging, and on again.
clock 2026-03-15 10:00
as karl    PUT /opportunities/{two} {"name": "Two", "stage": "Engaging", "owner": {karl.id}, "source": "Web", "product": {meter}, "created_on": "2026-01-05"} -> 200
as maria   GET /funnel/step.json?step=Demo                                                   -> 200 {"came": {"number": 1}, "back": {"number": 1}, "here": {"number": 0}}
           GET /funnel/step.json?step=engaging                                               -> 200 {"came": {"number": 2}, "returned": {"number": 1}, "went_on": {"number": 1}}

# Lost ones are kept: what was worth its list price while it was open leaks there.
clock 2026-03-20 10:00
as karl    PUT /opportunities/{two} {"name": "Two", "stage": "Lost", "outcome": "lost", "lost_reason": "Price", "owner": {karl.id}, "source": "Web", "product": {meter}, "value": {"minor": 0, "currency": "USD"}, "created_on": "2026-01-05", "close_on": "2026-03-20"} -> 200
           PUT /opportunities/{one} {"name": "One", "stage": "Won", "outcome": "won", "owner": {karl.id}, "source": "Fair", "value": {"minor": 500000, "currency": "USD"}, "created_on": "2026-01-05", "close_on": "2026-03-20"} -> 200
as maria   GET /funnel.json?until=2026-01-31&from=2026-01-01                                 -> 200 golden
           GET /funnel/step.json?step=Demo&from=2026-01-01                                   -> 200 golden
           GET /funnel/journeys.json?step=Demo&came_to=lost                                  -> 200 {"items": [{"name": "Two", "stage": "Engaging", "outcome": "lost", "worth": {"minor": 100000}, "next_days": 9, "stay_days": 4, "has_left": true, "end_days": 9}], "total": 1}
           GET /funnel/journeys.json?outcome=won&outcome=lost&order=name                     -> 200 {"items": [{"name": "One", "outcome_days": 74}, {"name": "Two", "stage": "Engaging"}], "total": 2}
           GET /funnel/lines.json?by=source&order=name                                               -> 200 {"items": [{"name": "Fair", "won": {"number": 1}}, {"name": "Web", "lost": {"number": 1}, "difference_sentence": "Not enough data: the days of 2 journeys and of 1 journey are known, and each takes 30."}], "total": 2}
           GET /funnel/line.json?by=source&line=Web                                          -> 200 {"name": "Web", "journeys": {"number": 2}, "velocity": {"money": null, "why": "Only 1 of these journeys is closed; 30 are needed to say how often they are won."}}

# The day that is looked at can lie back: then nothing of it had happened yet.
           GET /funnel.json?as_of=2026-02-20                                                 -> 200 {"won": {"number": 0}, "items": [{"name": "Prospecting", "came": {"number": 3}}, {"name": "Engaging", "here": {"number": 2}}]}

# A stage that nobody agreed on stands at the end of the table. Of what stands there no agreed step is known.
clock 2026-03-23 10:00
file four.csv <<END
Opportunity ID,Opportunity Name,Stage,Owner,Lead Source,Created Date
006F,Four,Nurture,Karl Brandt,Web,2026-03-23
END
as ada     POST /imports?name=four.csv&target=opportunity file four.csv                      -> 201 upload
           PUT  /imports/{upload.import.id} {"answers": {"system": "Salesforce"}}            -> 200
           POST /imports/{upload.import.id}/run                                              -> 201
as maria   GET /funnel.json                                                                  -> 200
             {"notes": [{"sentence": "1 journey stood in a stage that no agreed step takes in; it stands below."}],
              "items": [{"name": "Proposal"}, {"name": "Nurture", "is_agreed": false, "came": {"number": 1}, "here": {"number": 1}}]}

# A change of its stage before the inquiry is found and listed, and stops nothing.
           POST /opportunities {"name": "Five", "stage": "Prospecting", "owner": {karl.id}} -> 201 five
clock 2026-03-30 10:00
           PUT /opportunities/{five} {"name": "Five", "stage": "Prospecting", "owner": {karl.id}, "created_on": "2026-03-25"} -> 200
           GET /funnel.json                                                                  -> 200
             {"journeys": {"number": 5}, "notes": [{"sentence": "1 journey has a change of its stage before its inquiry came."}]}
           GET /funnel/journeys.json?has_change_before_creation=true                         -> 200 {"items": [{"name": "Five", "begun_on": "2026-03-25"}], "total": 1}

# Two periods: too few to say what changed.
           GET /funnel.json?from=2026-03-01&against=previous                                 -> 200 {"against_from": "2026-01-30", "against_until": "2026-02-28", "difference_sentence": "Against 30 January 2026 to 28 February 2026: not enough data to say what changed at any step; each takes 30 journeys in both periods", "won_difference_p": null}
           GET /funnel.json?from=2026-03-01&against_from=2026-01-01&against_until=2026-01-31 -> 200 {"against_from": "2026-01-01", "items": [{"name": "Prospecting", "next_before": {"unit": "percent"}}]}

# Outside one's territories nothing is there.
as karl    GET /funnel/journeys.json?source=Web&order=name                                   -> 200 {"items": [{"name": "Four"}, {"name": "Two"}], "total": 2}
           GET /funnel/lines.json?by=salesperson&order=name                                             -> 200 {"items": [{"name": "Karl Brandt", "journeys": {"number": 4}}], "total": 1}

# An owner who left keeps what was theirs. Their figures are the manager's; without a manager the sales managers'. Nobody else sees one person's.
as maria   GET /funnel/lines.json?by=salesperson&order=name                                             -> 200 {"items": [{"name": "Karl Brandt", "journeys": {"number": 5}}], "total": 1}
as sam     GET /funnel/lines.json?by=salesperson&order=name                                             -> 200 {"items": [{"name": "Other salespeople", "journeys": {"number": 5}}], "total": 1}
           GET /funnel.json?by=salesperson&line={karl.id}                                    -> 200 {"why": "No lead or opportunity began in these days."}
as ada     PUT /people/{karl.id} {"name": "Karl Brandt", "email": "karl@demo.example", "role": "salesperson", "territory": 1, "left_on": "2026-03-29"} -> 200
as maria   GET /funnel/lines.json?by=salesperson&order=name                                             -> 200 {"items": [{"name": "Karl Brandt (has left)", "journeys": {"number": 5}}], "total": 1}

# A territory is split in the middle of the quarter: what moves is told in the new part, which lies below the old one and is judged as before.
as ada     POST /territories {"name": "North coast", "parent": 1}                            -> 201 coast
as maria   GET /funnel/lines.json?by=territory&order=name                                               -> 200 {"items": [{"name": "North", "journeys": {"number": 4}}, {"name": "South", "journeys": {"number": 1}}], "total": 2}
file moved.csv <<END
Opportunity ID,Opportunity Name,Stage,Owner,Lead Source,Created Date,Territory
006F,Four,Engaging,Karl Brandt,Web,2026-03-23,North coast
END
as ada     POST /imports?name=moved.csv&target=opportunity file moved.csv                    -> 201 later
           PUT  /imports/{later.import.id} {"answers": {"system": "Salesforce"}}             -> 200
           POST /imports/{later.import.id}/run                                               -> 201
as maria   GET /funnel/lines.json?by=territory&order=name                                               -> 200 {"items": [{"name": "North", "journeys": {"number": 3}}, {"name": "North coast", "journeys": {"number": 1}}, {"name": "South", "journeys": {"number": 1}}], "total": 3}
# Asked as of the day before, it is what it was; that it has moved since is said, with the list.
           GET /funnel/lines.json?by=territory&order=name&as_of=2026-03-28&until=2026-03-28             -> 200 {"items": [{"name": "North", "journeys": {"number": 4}}, {"name": "South", "journeys": {"number": 1}}], "total": 2}
           GET /funnel.json?by=territory                                                     -> 200 {"notes": [{}, {"sentence": "1 journey belonged to another territory when it began; it is told where it belongs by this day."}]}
           GET /funnel/journeys.json?by=territory&line={coast.id}&began_elsewhere=true       -> 200 {"items": [{"name": "Four", "territory_name": "North coast", "began_elsewhere": true, "began_in_name": "North"}], "total": 1}
           GET /funnel/journeys.json?by=territory&line=1&as_of=2026-03-28&until=2026-03-28&order=name -> 200 {"items": [{"name": "Five"}, {"name": "Four", "territory_name": "North", "began_elsewhere": false, "began_in_name": ""}, {}, {}], "total": 4}
           GET /funnel.json?by=territory&line={coast.id}                                     -> 200 {"line_name": "North coast", "items": [{"name": "Engaging", "is_agreed": true, "came": {"number": 1}}, {"name": "Nurture", "went_on": {"number": 1}}]}

# What cannot be read is said; what is not there is not found.
as maria   GET /funnel.json?by=colour                                                        -> 422 wrong_shape
           GET /funnel.json?horizon_days=0                                                   -> 422 wrong_shape
           GET /funnel.json?from=2026-03-02&until=2026-03-01                                 -> 422 wrong_shape
           GET /funnel.json?against=yesterday                                                -> 422 wrong_shape
           GET /funnel.json?against_from=2025-01-01                                          -> 422 wrong_shape
           GET /funnel.json?from=2026-03-01&against_from=2026-02-01&against_until=2026-03-02 -> 422 wrong_shape
           GET /funnel.json?until=2026-04-01                                                 -> 422 cohort_is_ahead
           GET /funnel.json?until=2026-03-30                                                 -> 200 {"until_day": "2026-03-30", "as_of_day": "2026-03-30"}
           GET /funnel.json?until=2026-03-30&as_of=2026-03-29                                -> 422 cohort_is_ahead
           GET /funnel.json?as_of=2026-04-01                                                 -> 422 day_lies_ahead
           GET /funnel/step.json?step=Hope                                                   -> 404 not_found
           GET /funnel/line.json?by=source&line=Hope                                         -> 404 not_found
           GET /funnel/journeys.json?begun=never                                             -> 422 wrong_shape
           GET /funnel/journeys.json?colour=red                                              -> 400 unknown_filter
