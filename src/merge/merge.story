# A channel was renamed in the middle of the year: files of before say AdWords, those of after Paid search.
file clicks.csv <<END
Touchpoint ID,Timestamp,Account Name,Channel,Touchpoint Type
t1,2026-01-20 10:00,Acme Works,AdWords,web_visit
t2,2026-02-18 10:00,Acme Works,Paid search,web_visit
t3,2026-02-19 10:00,Acme GmbH,Paid search,web_visit
END
clock 2026-03-02 09:00
as maria   POST /accounts {"name": "Acme Works", "territory": 1}                              -> 201 acme
           POST /accounts {"name": "Acme GmbH", "territory": 1}                               -> 201 gmbh
as sam     POST /channels {"name": "AdWords", "kind": "advertising", "side": "marketing"}                          -> 201 adwords
           POST /channels {"name": "Paid search", "kind": "advertising", "side": "marketing"}                      -> 201 paid
           POST /spend {"day": "2026-01-15", "kind": "media", "channel": {adwords}, "amount": {"minor": 30000, "currency": "USD"}} -> 201
           POST /spend {"day": "2026-02-15", "kind": "media", "channel": {paid}, "amount": {"minor": 20000, "currency": "USD"}} -> 201
           POST /imports?name=clicks.csv&target=touchpoint file clicks.csv                    -> 201 clicks
           PUT  /imports/{clicks.import.id} {"answers": {"system": "Ads"}}                    -> 200 {"preview": {"faults": []}}
           POST /imports/{clicks.import.id}/run                                               -> 201
as maria   POST /opportunities {"name": "Ten meters", "stage": "Proposal", "account": {acme}, "value": {"minor": 100000, "currency": "USD"}, "created_on": "2026-02-01"} -> 201 meters
           PUT  /opportunities/{meters} {"name": "Ten meters", "stage": "Won", "outcome": "won", "account": {acme}, "value": {"minor": 100000, "currency": "USD"}, "created_on": "2026-02-01", "close_on": "2026-02-28"} -> 200
           POST /opportunities {"name": "Two valves", "stage": "Proposal", "account": {gmbh}, "value": {"minor": 40000, "currency": "USD"}, "created_on": "2026-02-01"} -> 201 valves

# Told apart, one half returns at a loss and the other at a profit, and neither is true.
           GET  /roi/line.json?by=channel&line={adwords}                                      -> 200 {"name": "AdWords", "spend": {"money": {"minor": 30000}}, "revenue": {"money": {"minor": 50000}}}
           GET  /roi/line.json?by=channel&line={paid}                                         -> 200 {"name": "Paid search", "spend": {"money": {"minor": 20000}}, "revenue": {"money": {"minor": 50000}}, "touchpoints": {"number": 2}}

# Both sides' managers may say that they are one; whoever keeps a list of accounts alone may not.
as karl    POST /merges {"record": "channel", "number": {adwords}, "into_number": {paid}}     -> 403 not_allowed
as sam     POST /merges {"record": "channel", "number": {adwords}, "into_number": {adwords}}  -> 422 merged_with_itself
           POST /merges {"record": "channel", "number": 999, "into_number": {paid}}           -> 422 merge_of_unknown
           POST /merges {"record": "channel", "number": {adwords}, "into_number": {paid}, "why": "Renamed in February"} -> 201 renamed
           POST /merges {"record": "channel", "number": {adwords}, "into_number": 5}          -> 409 is_merged_already
           POST /merges {"record": "channel", "number": 5, "into_number": {adwords}}          -> 409 is_merged_already
           GET  /roi/lines.json?by=channel&order=name                                         -> 200
             {"items": [{"name": "Paid search", "spend": {"money": {"minor": 50000}}, "revenue": {"money": {"minor": 100000}}}], "total": 1}
           GET  /roi/line.json?by=channel&line={adwords}                                      -> 404 not_found
           GET  /roi/line.json?by=channel&line={paid}                                         -> 200
             {"touchpoints": {"number": 3}, "spend": {"formula": "what was spent on it in these days, what names a campaign and no channel on the channel that the campaign has today, each entry whole on the day on which it was booked, with AdWords, which counts as it"}}
           GET  /roi.json                                                                     -> 200
             {"booked": {"money": {"minor": 100000}}, "attributed": {"money": {"minor": 100000}}}

# Lists of the one that stays hold what names the other. Nothing was changed: each fact says what it said.
           GET  /spend.json?channel={paid}&order=day                                          -> 200 {"items": [{"channel_name": "Paid search"}, {"channel_name": "Paid search"}], "total": 2}
           GET  /touchpoints.json?channel={paid}                                              -> 200 {"total": 3}
           GET  /merges.json                                                                  -> 200
             {"items": [{"record": "channel", "name": "AdWords", "into_name": "Paid search", "why": "Renamed in February", "person_name": "Sam Rivera"}], "total": 1}

# An account that was two: what the second did led to the first one's order, and its lists are one.
           POST /merges {"record": "account", "number": {gmbh}, "into_number": {acme}}        -> 201 firm
           GET  /roi/line.json?by=channel&line={paid}                                         -> 200 {"touchpoints": {"number": 3}, "revenue": {"money": {"minor": 100000}}}
           GET  /roi/orders.json?line={paid}                                                  -> 200 {"items": [{"name": "Ten meters", "account_name": "Acme Works", "touchpoints": 3}], "total": 1}
           GET  /touchpoints.json?account={acme}                                              -> 200 {"total": 3}
           GET  /touchpoints.json?account={gmbh}                                              -> 200 {"total": 3}
           GET  /opportunities.json?account={acme}                                            -> 200 {"total": 2}
           GET  /accounts/{acme}.json                                                         -> 200 {"open_count": 1, "won_count": 1}
           GET  /accounts/{gmbh}/timeline.json                                                -> 200 {"name": "Acme Works"}

# What counts as another is followed to the end; taking one back leaves the rest.
as maria   POST /accounts {"name": "Acme Group", "territory": 1}                              -> 201 group
           POST /merges {"record": "account", "number": {acme}, "into_number": {group}}       -> 201 grown
           GET  /merges.json?record=account&order=at                                          -> 200 {"items": [{"name": "Acme GmbH", "into_name": "Acme Works", "counts_as": {group}}, {"name": "Acme Works", "counts_as": {group}}]}
           GET  /touchpoints.json?account={group}                                             -> 200 {"total": 3}
           DELETE /merges/{grown}                                                             -> 200
           GET  /merges.json?record=account                                                   -> 200 {"items": [{"counts_as": {acme}}], "total": 1}
           DELETE /merges/{firm}                                                              -> 200
           GET  /touchpoints.json?account={acme}                                              -> 200 {"total": 2}
           GET  /roi/orders.json?line={paid}                                                  -> 200 {"items": [{"touchpoints": 2}]}

# A campaign merged into another: its spend, its touchpoints and its budget are that one's.
as sam     POST /campaigns {"name": "Spring mail", "channel": 3, "starts_on": "2026-02-01", "ends_on": "2026-02-28", "budget": {"minor": 100000, "currency": "USD"}} -> 201 spring
           POST /campaigns {"name": "Mail to lapsed customers", "channel": 3, "starts_on": "2026-02-01", "ends_on": "2026-02-28", "budget": {"minor": 50000, "currency": "USD"}} -> 201 lapsed
           POST /spend {"day": "2026-02-10", "kind": "print", "campaign": {spring}, "amount": {"minor": 8000, "currency": "USD"}} -> 201
           POST /spend {"day": "2026-02-11", "kind": "print", "campaign": {lapsed}, "amount": {"minor": 4000, "currency": "USD"}} -> 201
           POST /merges {"record": "campaign", "number": {lapsed}, "into_number": {spring}}   -> 201 mails
           GET  /roi/line.json?by=campaign&line={spring}                                      -> 200 {"spend": {"money": {"minor": 12000}}, "planned": {"money": {"minor": 150000}}}
           GET  /spend.json?campaign={spring}                                                 -> 200 {"total": 2}
           GET  /campaigns/calendar.json?in=2026-Q1&channel=3                 -> 200 {"items": [{"name": "Spring mail", "planned": {"money": {"minor": 150000}}, "actual": {"money": {"minor": 12000}}}]}
           DELETE /merges/{mails}                                                             -> 200
           GET  /roi/line.json?by=campaign&line={spring}                                      -> 200 {"spend": {"money": {"minor": 8000}}, "planned": {"money": {"minor": 100000}}}

# Whoever works in the South does not see that two accounts of the North are one.
as maria   POST /accounts {"name": "Steel North", "territory": 1}                             -> 201 north
           POST /accounts {"name": "Steel South", "territory": 2}                             -> 201 south
           POST /merges {"record": "account", "number": {south}, "into_number": {north}}      -> 201 steel
as karl    GET  /merges.json?record=account                                                   -> 200 {"total": 0}
           GET  /merges/{steel}.json                                                          -> 404 not_found

# A channel that is renamed here keeps its old name for files, and its line says what it was called and until when.
file later.csv <<END
Touchpoint ID,Timestamp,Account Name,Channel,Touchpoint Type
t9,2026-03-01 10:00,Acme Works,Web,web_visit
END
as sam     PUT  /channels/7 {"name": "Internet", "kind": "web", "side": "marketing", "other_names": "Website, Online"} -> 200
           GET  /channels/7.json                                                              -> 200 {"name": "Internet", "other_names": "Website, Online, Web"}
           POST /imports?name=later.csv&target=touchpoint file later.csv                      -> 201 later
           PUT  /imports/{later.import.id} {"answers": {"system": "Ads"}}                     -> 200 {"preview": {"faults": []}}
           POST /imports/{later.import.id}/run                                                -> 201
           GET  /touchpoints.json?channel=7                                                   -> 200 {"items": [{"channel_name": "Internet"}], "total": 1}
           GET  /roi/line.json?by=channel&line=7                                              -> 200
             {"name": "Internet", "spend": {"formula": "what was spent on it in these days, what names a campaign and no channel on the channel that the campaign has today, each entry whole on the day on which it was booked, called Web until 2 March 2026"}}
           PUT  /channels/7 {"name": "Internet", "kind": "web", "side": "marketing", "other_names": "Website"} -> 200
           GET  /channels/7.json                                                              -> 200 {"other_names": "Website"}

# A form made an account of a firm whose name was misspelt: which one that was there before it perhaps is, is said; that it is that one is said and taken back here.
clock 2026-03-03 09:00
as maria   POST /accounts {"name": "Northwind GmbH", "territory": 1}                          -> 201 northwind
as sam     POST /lead-forms {"name": "Visit us", "address": "visit", "campaign": {spring}}    -> 201 form
           POST /lead-forms/{form}/entries {"name": "Amy Adams", "email": "amy@one.example", "company": "Nortwind", "once": "019b-0000-0001"} -> 201 one {"is_new_lead": true}
           GET  /opportunities/{one.lead}.json                                                -> 200 misspelt {"account_name": "Nortwind"}
           GET  /accounts/{misspelt.account}/alike.json                                       -> 200
             {"items": [{"id": {northwind}, "name": "Northwind GmbH", "where": "North", "why": "the same name, but for a letter"}], "total": 1}
           GET  /accounts/{northwind}/alike.json                                              -> 200 {"total": 0}
           POST /lead-forms/{form}/entries {"name": "Bob Baker", "email": "bob@two.example", "company": "North Wind", "once": "019b-0000-0002"} -> 201 two
           GET  /opportunities/{two.lead}.json                                                -> 200 apart {"account_name": "North Wind"}
           GET  /accounts/{apart.account}/alike.json                                          -> 200
             {"items": [{"id": {northwind}, "why": "the same name, written in one or apart"}, {"name": "Nortwind"}], "total": 2}
           POST /merges {"record": "account", "number": {misspelt.account}, "into_number": {northwind}} -> 201 is_one
           GET  /accounts/{misspelt.account}/alike.json                                       -> 200 {"total": 0}
           GET  /accounts/{apart.account}/alike.json                                          -> 200 {"items": [{"id": {northwind}}], "total": 1}
           DELETE /merges/{is_one}                                                            -> 200
           GET  /accounts/{misspelt.account}/alike.json                                       -> 200 {"items": [{"id": {northwind}}], "total": 1}

# It is another firm: said once, it is not proposed again, by either of the two; who said so and when is told, and it is taken back.
as karl    POST /two-firms {"account": {misspelt.account}, "other": {northwind}}              -> 403 not_allowed
as sam     POST /two-firms {"account": {misspelt.account}, "other": {misspelt.account}}       -> 422 merged_with_itself
           POST /two-firms {"account": {misspelt.account}, "other": 999}                      -> 422 merge_of_unknown
           POST /two-firms {"account": {misspelt.account}, "other": {northwind}, "why": "They make ropes"} -> 201 two_firms
           POST /two-firms {"account": {northwind}, "other": {misspelt.account}}              -> 409 are_two_firms
             {"detail": "Somebody said that these are two firms. (Sam Rivera said so on 3 March 2026.)"}
           GET  /accounts/{misspelt.account}/alike.json                                       -> 200 {"total": 0}
           GET  /accounts/{apart.account}/alike.json                                          -> 200 {"total": 2}
           GET  /two-firms.json?about={northwind}                                             -> 200
             {"items": [{"name": "Nortwind", "other_name": "Northwind GmbH", "why": "They make ropes", "at": "2026-03-03T09:00:00.000Z", "person_name": "Sam Rivera"}], "total": 1}
           GET  /two-firms.json?about={apart.account}                                         -> 200 {"total": 0}
           POST /merges {"record": "account", "number": {misspelt.account}, "into_number": {northwind}} -> 409 are_two_firms

# What counts as one of the two is no more the other than that one is.
           POST /merges {"record": "account", "number": {apart.account}, "into_number": {northwind}} -> 201 apart_is
           POST /merges {"record": "account", "number": {misspelt.account}, "into_number": {northwind}} -> 409 are_two_firms
           POST /two-firms {"account": {apart.account}, "other": {northwind}}                 -> 409 is_merged_already
           DELETE /merges/{apart_is}                                                          -> 200
           DELETE /two-firms/{two_firms}                                                      -> 200
           GET  /accounts/{misspelt.account}/alike.json                                       -> 200 {"items": [{"id": {northwind}}], "total": 1}
           DELETE /two-firms/{two_firms}                                                      -> 404 not_found

# What is open about an account that turns out to be another one belongs where that one does, and what waits of it goes where the rules say there; what has a territory of its own stays.
clock 2026-03-04 09:00
as maria   POST /agreements/service_level/versions {"body": {"demands": [], "answer_within_hours": 4, "contact_within_hours": 8, "ask_within_hours": 16, "reasons": ["No need"], "manager_after_hours": 2, "review_after_hours": 8, "routing": [{"name": "North", "territory": 1, "people": [{karl.id}]}, {"name": "All the rest", "people": [{maria.id}]}]}, "in_force_from": "2026-03-01"} -> 201 level
           POST {level}/signatures                                                            -> 201
as sam     POST {level}/signatures                                                            -> 201 {"state": "locked"}
as maria   POST /accounts {"name": "Delta Works", "territory": 1}                             -> 201 delta
           POST /accounts {"name": "Delta Wroks", "territory": 2}                             -> 201 slip
as ines    POST /opportunities {"name": "Six pumps", "phase": "lead", "stage": "Inquiry", "account": {slip}} -> 201 six
           POST /opportunities {"name": "Everywhere", "phase": "lead", "stage": "Inquiry", "account": {slip}, "territory": 1} -> 201 own
           POST /opportunities {"name": "Lost pumps", "phase": "lead", "stage": "Lost", "outcome": "lost", "lost_reason": "No need", "account": {slip}, "close_on": "2026-03-03", "created_on": "2026-03-01"} -> 201 gone
           POST /handoffs {"opportunity": {six}}                                              -> 201 six_over {"assigned_to": {maria.id}}
as karl    GET  /opportunities/{six}.json                                                     -> 404 not_found
clock 2026-03-04 10:00
as maria   POST /merges {"record": "account", "number": {slip}, "into_number": {delta}}       -> 201 slipped
           GET  /opportunities/{six}.json                                                     -> 200 {"account_name": "Delta Wroks", "territory_name": "North"}
           GET  /opportunities/{gone}.json                                                    -> 200 {"territory_name": "South"}
           GET  /handoffs.json?opportunity={six}                                              -> 200 {"items": [{"assigned_to_name": "Karl Brandt", "territory": 1, "state": "waiting", "due_at": "2026-03-04T13:00:00.000Z"}], "total": 1}
           GET  /handoffs/{six_over.id}/steps.json                                            -> 200
             {"items": [{"kind": "assigned", "person": null, "text": "Its lead belongs to another territory. “North” chose Karl Brandt, the only one it names."}, {"kind": "submitted"}], "total": 2}
as karl    GET  /handoffs/queue.json                                                          -> 200 {"items": [{"handoff": {"opportunity_name": "Six pumps"}}], "total": 1}
as ines    POST /opportunities {"name": "Later pumps", "phase": "lead", "stage": "Inquiry", "account": {slip}} -> 201 later
           GET  /opportunities/{later}.json                                                   -> 200 {"territory_name": "North"}

# So does what the next list brings about it.
file slips.csv <<END
Lead ID,First Name,Last Name,Company,Email,Status
L-1,Ada,Ray,Delta Wroks,ada@delta.example,Inquiry
END
as sam     POST /imports?name=slips.csv&target=lead file slips.csv                            -> 201 slips
           PUT  /imports/{slips.import.id} {"answers": {"system": "CRM"}}                     -> 200 {"preview": {"faults": []}}
           POST /imports/{slips.import.id}/run                                                -> 201
           GET  /opportunities.json?account={slip}&order=-id&phase=lead                       -> 200 {"items": [{"account_name": "Delta Wroks", "territory_name": "North"}]}

# Taking the merge back puts all of it back where it was.
as maria   DELETE /merges/{slipped}                                                           -> 200
           GET  /opportunities/{six}.json                                                     -> 200 {"territory_name": "South"}
           GET  /opportunities/{own}.json                                                     -> 200 {"territory_name": "North"}
           GET  /handoffs.json?opportunity={six}                                              -> 200 {"items": [{"assigned_to_name": "Maria Keller", "territory": 2, "state": "waiting", "due_at": "2026-03-04T13:00:00.000Z"}], "total": 1}

# Along a chain of merges it belongs where the end does; taken back in the middle, where the account then counts. What somebody moved meanwhile stays.
           POST /accounts {"name": "Delta Group", "territory": 1}                             -> 201 head
           POST /accounts {"name": "Delta South", "territory": 2}                             -> 201 middle
           POST /merges {"record": "account", "number": {delta}, "into_number": {middle}}     -> 201 first_step
           GET  /opportunities/{later}.json                                                   -> 200 {"territory_name": "North"}
           POST /merges {"record": "account", "number": {slip}, "into_number": {middle}}      -> 201 slip_step
           POST /merges {"record": "account", "number": {middle}, "into_number": {head}}      -> 201 head_step
           GET  /opportunities/{six}.json                                                     -> 200 {"territory_name": "North"}
           DELETE /merges/{slip_step}                                                         -> 200
           GET  /opportunities/{six}.json                                                     -> 200 {"territory_name": "South"}
           DELETE /merges/{head_step}                                                         -> 200
           POST /merges {"record": "account", "number": {slip}, "into_number": {head}}        -> 201 straight
           GET  /opportunities/{six}.json                                                     -> 200 {"territory_name": "North"}
           PUT  /opportunities/{six} {"name": "Six pumps", "phase": "lead", "stage": "Inquiry", "account": {slip}, "territory": 2, "created_on": "2026-03-04"} -> 200
           DELETE /merges/{straight}                                                          -> 200
           GET  /opportunities/{six}.json                                                     -> 200 {"territory_name": "South"}
