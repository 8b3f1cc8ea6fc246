# The list of a trade show goes in as the scanner wrote it; what holds for all of it is said once.
file scans.csv <<END
Badge ID,First Name,Last Name,Company,Email,Scanned At,Notes
100341,Petra,Holm,Acme,p.holm@acme.example,2026-02-10 09:41,
100777,Jon,Reyes,Bolt Mills,jon@bolt.example,,Call him
100912,Ann,Ode,Bolt Mills,ann at bolt,2026-02-11 10:00,
END
file calls.csv <<END
Call Date,Company,Contact Name,Caller,Call Result
2026-02-16 10:00,Acme,Petra Holm,Karl Brandt,Reached
2026-02-16 10:05,Bolt Mills,Jon Reyes,Karl Brandt,No answer
END
clock 2026-03-02 09:00
as maria   POST /accounts {"name": "Acme", "territory": 1}                                  -> 201 acme
           POST /contacts {"name": "Petra Holm", "account": {acme}, "email": "p.holm@acme.example"} -> 201 petra
           POST /campaigns {"name": "Spring show", "channel": 5, "starts_on": "2026-02-10", "ends_on": "2026-02-12"} -> 201 show
as arthur  POST /imports?name=scans.csv&target=touchpoint file scans.csv                    -> 403 not_allowed
as sam     POST /imports?name=scans.csv&target=touchpoint file scans.csv                    -> 201 scans
             {"import": {"target": "touchpoint"}, "preview": {"faults": ["Touchpoints need a column for Campaign or Campaign key or Channel or Kind, or one value for every row."]}}
           PUT  /imports/{scans.import.id} {"answers": {"system": "Scan list", "constants": [{"slot": "campaign", "value": "Spring show"}, {"slot": "kind", "value": "scan"}, {"slot": "day", "value": "2026-02-10"}]}} -> 200
             {"preview": {"faults": [], "sentence": "adds 1 account, 1 contact and 2 touchpoints; 1 row stays out",
                "problems": [{"line": 4, "column": "Email", "reason": "\"ann at bolt\" is not an e-mail address.", "remedy": "Correct it, or leave the cell empty."}]}}
           POST /imports/{scans.import.id}/run                                              -> 201
           GET  /touchpoints.json?order=at                                                  -> 200
             {"items": [{"account_name": "Bolt Mills", "contact_name": "Jon Reyes", "campaign_name": "Spring show", "channel_name": "Trade show", "kind": "scan", "side": "marketing", "precision": "day"},
               {"account_name": "Acme", "contact": {petra}, "kind": "scan", "precision": "moment"}], "total": 2}

# The same list again says nothing new; and what was said of this one is not taken for the next.
           POST /imports?name=scans.csv&target=touchpoint file scans.csv                    -> 201 again {"import": {"answers": {"constants": []}}}
           PUT  /imports/{again.import.id} {"answers": {"system": "Scan list", "constants": [{"slot": "campaign", "value": "Spring show"}, {"slot": "kind", "value": "scan"}, {"slot": "day", "value": "2026-02-10"}]}} -> 200
             {"preview": {"sentence": "changes nothing; 2 rows say what is known already; 1 row stays out"}}

# The same show once as leads and once as a touch list: whoever was there counts once a day; the second list says so, with its line, and adds the rest.
file leads.csv <<END
First Name,Last Name,Company,Email,Created
Lea,Orr,Acme,lea@acme.example,2026-02-11
END
file badges.csv <<END
First Name,Last Name,Company,Email,Scanned At
Lea,Orr,Acme,lea@acme.example,2026-02-11 16:20
Lea,Orr,Acme,lea@acme.example,2026-02-12 09:00
END
           POST /imports?name=leads.csv&target=lead file leads.csv                          -> 201 leads
           PUT  /imports/{leads.import.id} {"answers": {"constants": [{"slot": "campaign", "value": "Spring show"}]}} -> 200
           POST /imports/{leads.import.id}/run                                              -> 201
           POST /imports?name=badges.csv&target=touchpoint file badges.csv                  -> 201 badges
           PUT  /imports/{badges.import.id} {"answers": {"system": "Scan list", "constants": [{"slot": "campaign", "value": "Spring show"}, {"slot": "kind", "value": "scan"}, {"slot": "day", "value": "2026-02-11"}]}} -> 200
             {"preview": {"sentence": "adds 1 touchpoint; 1 row says what is known already",
                "there_already": [{"line": 2, "reason": "\"Lea Orr\" was scanned for \"Spring show\" on 11 February 2026 already."}]}}
           POST /imports/{badges.import.id}/run                                             -> 201
           GET  /touchpoints.json?kind=scan&q=Orr&order=at                                  -> 200 {"items": [{"precision": "day"}, {"precision": "moment"}], "total": 2}
           POST /imports/{badges.import.id}/undo                                            -> 201
           POST /imports/{leads.import.id}/undo                                             -> 201
           GET  /touchpoints.json                                                           -> 200 {"total": 2}

# A call that reached nobody is no touchpoint. Salespeople's calls are sales'.
           POST /imports?name=calls.csv&target=touchpoint file calls.csv                    -> 201 calls
           PUT  /imports/{calls.import.id} {"answers": {"system": "Call list", "constants": [{"slot": "kind", "value": "call"}, {"slot": "side", "value": "sales"}, {"slot": "day", "value": "2026-02-16"}]}} -> 200
             {"preview": {"sentence": "adds 1 touchpoint; 1 call reached nobody and is no touchpoint"}}
           POST /imports/{calls.import.id}/run                                              -> 201
           GET  /touchpoints.json?side=sales                                                -> 200 {"items": [{"account_name": "Acme", "kind": "call", "person_name": "Karl Brandt", "contact": {petra}}], "total": 1}

# Whoever asked before the row's day stays out, with who asked and when; what the list itself says of that becomes their wish, and goes with its Undo.
file letters.csv <<END
Recipient,Company,Do Not Mail
Petra Holm,Acme,
Jon Reyes,Bolt Mills,yes
END
as maria   POST /wishes {"contact": {petra}, "medium": "email", "says": "refuses", "words": "No newsletters."} -> 201
as sam     POST /imports?name=letters.csv&target=touchpoint file letters.csv                -> 201 letters
           PUT  /imports/{letters.import.id} {"answers": {"system": "Mailing list", "constants": [{"slot": "campaign", "value": "Spring show"}, {"slot": "kind", "value": "mail"}, {"slot": "day", "value": "2026-03-01"}]}} -> 200
             {"preview": {"sentence": "adds 1 touchpoint and 1 opt-out; 1 row stays out",
                "problems": [{"line": 3, "column": "Do Not Mail", "reason": "They opted out, so the list should not have reached them."}]}}
           POST /imports/{letters.import.id}/run                                            -> 201
           GET  /wishes.json?medium=mail                                                    -> 200
             {"items": [{"contact_name": "Jon Reyes", "says": "refuses", "words": "Do Not Mail: yes", "source": "letters.csv", "person_name": "Sam Rivera"}], "total": 1}
clock 2026-03-04 09:00
           POST /imports?name=letters.csv&target=touchpoint file letters.csv                -> 201 emails
           PUT  /imports/{emails.import.id} {"answers": {"system": "Mailing list", "constants": [{"slot": "campaign", "value": "Spring show"}, {"slot": "kind", "value": "email"}, {"slot": "day", "value": "2026-03-03"}]}} -> 200
             {"preview": {"problems": [{"line": 2, "reason": "Petra Holm of Acme asked on 2 March 2026 to get no e-mail."}, {"line": 3}]}}
           POST /imports/{letters.import.id}/undo                                           -> 201
           GET  /wishes.json?medium=mail                                                    -> 200 {"total": 0}

# What an order owes to a scan and a call is credited to both.
as maria   POST /opportunities {"name": "Ten meters", "stage": "Proposal", "account": {acme}, "owner": {karl.id}, "value": {"minor": 1000000, "currency": "USD"}} -> 201 meters
clock 2026-03-06 09:00
           PUT /opportunities/{meters} {"name": "Ten meters", "stage": "Won", "outcome": "won", "account": {acme}, "owner": {karl.id}, "value": {"minor": 1000000, "currency": "USD"}, "created_on": "2026-03-02", "close_on": "2026-03-05"} -> 200
           GET /roi/line.json?by=campaign&line={show}                                       -> 200 {"name": "Spring show", "revenue": {"money": {"minor": 500000, "currency": "USD"}}}
