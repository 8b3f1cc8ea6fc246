# SPDX-License-Identifier: Apache-2.0

# From the future, of nobody, of no moment: such a row stays out and says why. An unknown campaign, contact or salesperson is made.
clock 2026-03-02 09:00
file log.csv <<END
timestamp,account,contact,campaign,channel,person
2026-03-01T10:00:00Z,Acme,,Letter of nobody's,Direct mail,
2026-03-03T10:00:00Z,Acme,,,Web,
2026-03-01T11:00:00Z,Acme,Nobody Known,,Web,Una Nueva
2026-03-01T12:00:00Z,Acme,,,,
,Acme,,,Web,
END
as maria   POST /accounts {"name": "Acme", "territory": 1}                              -> 201 acme
           POST /imports?name=log.csv file log.csv                                      -> 201 log
             {"preview": {"refused": 3, "problems": [
               {"line": 3, "column": "timestamp", "reason": "It lies in the future, on 3 March 2026."},
               {"line": 5, "reason": "It does not say whose it is."},
               {"line": 6, "column": "timestamp", "reason": "There is nothing in it."}]}}
           POST /imports/{log.import.id}/run                                            -> 201
           GET  /touchpoints.json?order=at                                              -> 200
             {"items": [{"campaign_name": "Letter of nobody's", "kind": "mail", "side": "marketing"},
               {"contact_name": "Nobody Known", "account_name": "Acme", "person_name": "Una Nueva"}], "total": 2}
           GET  /campaigns.json?q=nobody                                                -> 200 {"total": 1}
           GET  /contacts.json                                                          -> 200 {"items": [{"name": "Nobody Known", "account_name": "Acme"}]}

# A retry doubles nothing: a visit that is logged again under its id is the one that was logged, and another one is refused.
header act-id: 0196-visit
           POST /activities {"account": {acme}, "kind": "visit", "at": "2026-03-02T08:00:00Z"} -> 201 visit
header act-id: 0196-visit
           POST /activities {"account": {acme}, "kind": "visit", "at": "2026-03-02T08:00:00Z"} -> 201 {"id": {visit}}
header act-id: 0196-visit
           POST /activities {"account": {acme}, "kind": "visit", "at": "2026-03-02T08:30:00Z"} -> 409 act_id_reused
           GET  /touchpoints.json?kind=visit                                            -> 200 {"total": 1}
           POST /imports?name=log.csv file log.csv                                      -> 201 again
             {"preview": {"refused": 3, "sentence": "changes nothing; 2 rows say what is known already; 3 rows stay out"}}

# Named by an identifier alone, nobody is made up: the row waits until it is said that they are made now, or their own file comes in.
file keyed.csv <<END
timestamp,account,channel,campaign id,contact id
2026-03-01T13:00:00Z,Acme,Web,701X,
2026-03-01T14:00:00Z,Acme,Web,,003X
END
           POST /imports?name=keyed.csv file keyed.csv                                  -> 201 keyed
             {"preview": {"refused": 2, "problems": [], "questions": [{"code": "makes_unknown_keys_new", "count": 2}]}}
           GET  /touchpoints.json                                                       -> 200 {"total": 3}
           PUT  /imports/{keyed.import.id} {"answers": {"makes_unknown_keys_new": true}} -> 200 {"preview": {"refused": 0, "questions": []}}
           POST /imports/{keyed.import.id}/run                                          -> 201
           GET  /campaigns.json?q=701X                                                  -> 200 {"items": [{"name": "701X", "key": "701X"}], "total": 1}
