# SPDX-License-Identifier: Apache-2.0

# What sales logs may say for which campaign it was: it is then a touchpoint of that campaign, on the channel of its kind where the firm has one, else on the campaign's. This firm did without sales' usual channels at first.
clock 2026-03-02 09:00
as maria   POST /accounts {"name": "Acme Works", "territory": 1}                                       -> 201 acme
as sam     DELETE /channels/8                                                                          -> 200
           DELETE /channels/9                                                                          -> 200
           POST /campaigns {"name": "Spring show", "channel": 5, "starts_on": "2026-02-10", "ends_on": "2026-02-12"} -> 201 show
           POST /campaigns {"name": "Southern letters", "channel": 3, "starts_on": "2026-02-10", "territories": [2]}              -> 201 southern
as karl    POST /activities {"account": {acme}, "kind": "visit", "campaign": {show}, "at": "2026-02-20T10:00:00Z"} -> 201 visit
           GET  /activities/{visit}.json                                                               -> 200 {"campaign": {show}, "campaign_name": "Spring show"}
           GET  /activities.json?campaign={show}                                                       -> 200 {"total": 1}
           GET  /touchpoints.json?campaign={show}                                                      -> 200
             {"items": [{"kind": "visit", "side": "sales", "account_name": "Acme Works", "campaign_name": "Spring show", "channel_name": "Trade show", "person_name": "Karl Brandt"}], "total": 1}
           POST /activities {"account": {acme}, "kind": "call", "campaign": 999}                       -> 422 campaign_unknown
           POST /activities {"account": {acme}, "kind": "call", "campaign": {southern}}                -> 422 campaign_unknown
as sam     POST /channels {"name": "Sales visit", "kind": "sales", "side": "sales", "other_names": "Visit"} -> 201 visits
           GET  /touchpoints.json?campaign={show}                                                      -> 200 {"items": [{"channel": {visits}, "channel_name": "Sales visit"}], "total": 1}
           GET  /touchpoints.json?campaign={show}&order=-campaign_name                                 -> 200 {"items": [{"channel": {visits}, "channel_name": "Sales visit"}], "total": 1}

# So may an import.
file activities.csv <<END
Activity ID,Activity Date,Activity Type,Subject,Company,Campaign
ACT-1,2026-02-24T11:00:00Z,Call,Asked for an offer,Acme Works,Spring show
ACT-2,2026-02-25T11:00:00Z,Call,Asked again,Acme Works,
END
file orders.csv <<END
order number,order date,account,revenue
A-1,2026-02-27,Acme Works,300.00
END
as maria   POST /imports?name=activities.csv file activities.csv                                       -> 201 calls {"preview": {"refused": 0}}
           POST /imports/{calls.import.id}/run                                                         -> 201
           POST /imports?name=orders.csv file orders.csv                                               -> 201 orders
           PUT  /imports/{orders.import.id} {"answers": {"currency": "USD"}}                           -> 200 {"preview": {"refused": 0}}
           POST /imports/{orders.import.id}/run                                                        -> 201
           GET  /activities.json?campaign={show}                                                       -> 200 {"total": 2}
as sam     GET  /roi/lines.json?by=campaign&order=-revenue                                             -> 200
             {"items": [{"name": "Spring show", "revenue": {"money": {"minor": 20000}}, "touchpoints": {"number": 2}}, {"name": "No campaign", "revenue": {"money": {"minor": 10000}}, "touchpoints": {"number": 1}}], "total": 2}
           POST /imports/{calls.import.id}/undo                                                        -> 201
           GET  /roi/lines.json?by=campaign                                                            -> 200 {"items": [{"name": "Spring show", "revenue": {"money": {"minor": 30000}}}], "total": 1}
