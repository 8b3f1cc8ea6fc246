# Rules of credit: agreed once for the company, by both sides and finance; the return names them.
clock 2026-03-02 09:00
as maria   POST /accounts {"name": "Acme Works"}                                 -> 201 acme
as sam     GET  /channels/8.json                                                  -> 200 visits {"name": "Sales visit"}
as karl    POST /opportunities {"name": "Ten meters", "stage": "Proposal", "account": {acme}, "owner": {karl.id}, "value": {"minor": 1000000, "currency": "USD"}} -> 201 meters
           POST /activities {"opportunity": {meters}, "kind": "visit", "at": "2026-02-20T10:00:00Z"} -> 201
clock 2026-03-06 09:00
           PUT /opportunities/{meters} {"name": "Ten meters", "stage": "Won", "outcome": "won", "account": {acme}, "owner": {karl.id}, "value": {"minor": 1000000, "currency": "USD"}, "created_on": "2026-03-02", "close_on": "2026-03-05"} -> 200
as maria   GET /roi.json                                                         -> 200 {"model": "linear", "attributed": {"money": {"minor": 1000000, "currency": "USD"}}}

# A draft shows what each clause would move; it counts for nothing before it is signed.
           POST /agreement-kinds/credit_rules/findings {"body": {"model": "last_touch", "lookback_days": 90, "sales_touchpoints_share": false}, "from_day": "2026-01-01", "to_day": "2026-03-06"} -> 201 {"items": [{"clause": "model", "count": 0, "sentence": "no credit would stand elsewhere"}, {"clause": "sales_touchpoints_share", "sentence": "$10,000 of credit would stand elsewhere: most goes to orders that nothing explains ($10,000), most leaves Sales visit ($10,000)"}]}
           POST /agreements/credit_rules-1/versions {"template": "equal-parts"}  -> 422 binds_the_company
           POST /agreements/credit_rules/versions {"body": {"model": "markov", "markov_order": 7, "lookback_days": 90, "lookbacks": [{"channel": 999, "lookback_days": 10}]}} -> 422 wrong_shape
           POST /agreements/credit_rules/versions {"body": {"model": "time_decay", "half_life_days": 14, "lookback_days": 90, "lookbacks": [{"channel": 5, "lookback_days": 180}], "sales_touchpoints_share": false}, "in_force_from": "2026-01-01"} -> 201 rules
           POST {rules}/signatures                                               -> 201
as sam     POST {rules}/signatures                                               -> 201 {"state": "half_signed"}
           GET /roi.json                                                         -> 200 {"model": "linear", "half_life_days": 7}

# With the signature of finance they bind: what the address leaves out is as agreed, and the report names the version.
as fiona   POST {rules}/signatures                                               -> 201 {"state": "locked"}
as sam     GET /roi.json                                                         -> 200 {"model": "time_decay", "half_life_days": 14, "attributed": {"money": {"minor": 0}}, "unattributed": {"money": {"minor": 1000000}}}
           GET /roi.json?until=2025-12-31                                        -> 200 {"model": "linear"}
           GET /roi.json?markov_order=5                                          -> 422 wrong_shape

# Workings and gaps say by which rules they are told: look-backs of single channels, and whose touchpoints stand aside.
           GET /roi.json                                                         -> 200 {"attributed": {"formula": "of the orders booked in these days, those with a touchpoint of the 90 days before (180 for Trade show); touchpoints of sales are left out"}, "unattributed_leads": {"formula": "of these, those without a touchpoint of the 90 days before (180 for Trade show); touchpoints of sales are left out"}}
           GET /roi.json?lookback_days=30                                        -> 200 {"attributed": {"formula": "of the orders booked in these days, those with a touchpoint of the 30 days before; touchpoints of sales are left out"}}
           GET /roi/cohorts.json                                                 -> 200 {"unattributed": {"formula": "the revenue of orders booked in these months that no touchpoint explains, of the 90 days before (180 for Trade show); touchpoints of sales are left out"}}
           GET /roi/journeys/flow.json                                           -> 200 {"why": "No touchpoint led to an order of these days, none ended a journey in them, and none is still open."}
           GET /review.json?as_of=2026-03-06                                     -> 200 {"items": [{"code": "order_unexplained", "sentence": "1 order of the quarter, for $10,000, has no touchpoint of either side in the 90 days before (180 for Trade show); touchpoints of sales are left out"}]}
           GET /roi/orders.json                                                  -> 200 {"items": [{"name": "Ten meters", "touchpoints": 0}]}

# What was signed of a channel holds for the one that it counts as by now, and the version says that this was not signed.
           POST /channels {"name": "Fairs", "kind": "trade_show", "side": "marketing"} -> 201 fairs
           POST /merges {"record": "channel", "number": 5, "into_number": {fairs}, "why": "Renamed"} -> 201 renamed
           GET /roi.json -> 200 {"rules": {"sentence": "Rules of credit, version 1, signed by both sides and finance; 180 days were signed for Trade show and hold for all of Fairs, which it counts as"}}
           DELETE /merges/{renamed} -> 200
           GET /roi.json -> 200 {"rules": {"sentence": "Rules of credit, version 1, signed by both sides and finance"}}
