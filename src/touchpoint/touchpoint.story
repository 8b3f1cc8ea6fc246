# How customers met the firm: what comes in by import, and the calls, visits and demos that sales logs.
file log.csv <<END
timestamp,account,campaign,channel
2026-02-10T09:30:00Z,Acme,Spring letter,Direct mail
2026-02-11,Acme,,Web
2026-02-12T14:00:00Z,Bolt,Spring letter,
END
as maria   POST /accounts {"name": "Acme", "territory": 1}                                  -> 201 acme
           POST /accounts {"name": "Bolt", "territory": 2}                                  -> 201 bolt
           POST /imports?name=log.csv file log.csv                                          -> 201 log
           POST /imports/{log.import.id}/run                                                -> 201
           GET  /touchpoints.json?order=at                                                  -> 200
             {"items": [{"account_name": "Acme", "campaign_name": "Spring letter", "channel_name": "Direct mail", "kind": "mail",
                "side": "marketing", "precision": "moment", "activity": null},
               {"account_name": "Acme", "channel_name": "Web", "kind": "web_visit", "precision": "day"},
               {"account_name": "Bolt", "channel_name": "Direct mail", "kind": "mail"}], "total": 3}

# What is logged about an account is a touchpoint of sales, on the channel that is called by its kind. A note is none.
           GET  /channels/8.json                                                            -> 200 visits {"name": "Sales visit", "other_names": "Visit, Rep visit"}
           POST /activities {"account": {acme}, "kind": "visit", "at": "2026-02-16T10:00:00Z"} -> 201 visit
           POST /activities {"account": {acme}, "kind": "call", "at": "2026-02-17T10:00:00Z"} -> 201
           POST /activities {"account": {acme}, "kind": "note"}                             -> 201
           GET  /touchpoints.json?side=sales&order=at                                       -> 200
             {"items": [{"kind": "visit", "channel_name": "Sales visit", "activity": {visit}, "person_name": "Maria Keller"},
               {"kind": "call", "channel_name": "Sales call"}], "total": 2}
           GET  /touchpoints.json?channel={visits}                                          -> 200 {"total": 1}
           GET  /touchpoints.json?q=letter                                                  -> 200 {"total": 2}

# Whoever is limited to a territory sees those of its accounts.
as karl    GET  /touchpoints.json?order=at                                                  -> 200
             {"items": [{"account_name": "Acme"}, {}, {}, {}], "total": 4}
           GET  /touchpoints.json?account={bolt}                                            -> 200 {"total": 0}

# The same log again says nothing new; undoing its import takes back what it brought.
as maria   POST /imports?name=log.csv file log.csv                                          -> 201 {"preview": {"sentence": "changes nothing; 3 rows say what is known already"}}
           POST /imports/{log.import.id}/undo                                               -> 201
           GET  /touchpoints.json                                                           -> 200 {"total": 2}
