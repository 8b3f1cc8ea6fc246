# SPDX-License-Identifier: Apache-2.0

# What names a campaign and no channel is on the channel that the campaign has: also where it got that after the money was spent and the customer was met.
clock 2026-03-02 09:00
file spend.csv <<END
day,side,campaign,amount
2026-02-10,marketing,Winter letters,500.00
END
file log.csv <<END
timestamp,side,account,campaign
2026-02-11T10:00:00Z,marketing,Acme Works,Winter letters
END
as maria   POST /accounts {"name": "Acme Works", "territory": 1}                       -> 201 acme
as sam     POST /imports?name=spend.csv file spend.csv                                 -> 201 spend
           PUT  /imports/{spend.import.id} {"answers": {"currency": "USD"}}            -> 200 {"preview": {"refused": 0}}
           POST /imports/{spend.import.id}/run                                         -> 201
           POST /imports?name=log.csv file log.csv                                     -> 201 log {"preview": {"refused": 0}}
           POST /imports/{log.import.id}/run                                           -> 201
           GET  /campaigns.json                                                        -> 200 {"items": [{"id": 1, "name": "Winter letters", "channel": null}], "total": 1}
           GET  /roi/lines.json?by=channel                                             -> 200 {"items": [{"id": 0, "spend": {"money": {"minor": 50000}}, "touchpoints": {"number": 1}}], "total": 1}
file first.csv <<END
Name,Type,Status,StartDate
Winter letters,Direct Mail,Planned,2026-01-05
END
           POST /imports?name=first.csv file first.csv                                     -> 201 first
           POST /imports/{first.import.id}/run                                         -> 201
           GET  /roi/lines.json?by=channel                                             -> 200 {"items": [{"id": 3, "name": "Direct mail", "spend": {"money": {"minor": 50000}, "formula": "what was spent on it in these days, what names a campaign and no channel on the channel that the campaign has today, each entry whole on the day on which it was booked"}, "touchpoints": {"number": 1}}], "total": 1}
           GET  /spend.json?channel=3                                                  -> 200 {"items": [{"campaign_name": "Winter letters", "channel_name": "Direct mail"}], "total": 1}
           GET  /touchpoints.json?channel=3                                            -> 200 {"total": 1}

# What comes in now says its channel, and keeps it when the campaign goes on on another one; what said none goes along, money and touchpoints alike.
           POST /spend {"day": "2026-02-20", "kind": "print", "campaign": 1, "amount": {"minor": 7000, "currency": "USD"}} -> 201
file second.csv <<END
Name,Type,Status,StartDate
Winter letters,Email,Planned,2026-01-05
END
           POST /imports?name=second.csv file second.csv                                     -> 201 second
           POST /imports/{second.import.id}/run                                         -> 201
           GET  /roi/lines.json?by=channel&order=-spend                                -> 200 {"items": [{"id": 6, "spend": {"money": {"minor": 50000}}, "touchpoints": {"number": 1}}, {"id": 3, "spend": {"money": {"minor": 7000}}, "touchpoints": {"number": 0}}], "total": 2}
           GET  /roi/lines.json?by=campaign                                            -> 200 {"items": [{"name": "Winter letters", "spend": {"money": {"minor": 57000}}}], "total": 1}
