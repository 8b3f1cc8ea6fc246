# Whoever asked not to be called is not called because a lead was handed over: the queue and the handoff say so.
clock 2026-05-04 09:00
as maria   POST /accounts {"name": "Northwind", "territory": 1}                 -> 201 north
           POST /contacts {"name": "Nora West", "account": {north}, "email": "nora@northwind.example", "phone": "+1 555 0100"} -> 201 nora
           POST /contacts {"name": "N. West", "account": {north}, "email": "west@northwind.example", "phone": "(555) 0100"} -> 201 twice
as ines    POST /opportunities {"name": "Of nora", "phase": "lead", "stage": "Inquiry", "account": {north}, "contact": {nora}, "territory": 1, "owner": {ines.id}} -> 201 of_nora
           POST /handoffs {"opportunity": {of_nora}, "assigned_to": {karl.id}}  -> 201 h_nora
           POST /opportunities {"name": "Of twice", "phase": "lead", "stage": "Inquiry", "account": {north}, "contact": {twice}, "territory": 1, "owner": {ines.id}} -> 201 of_twice
           POST /handoffs {"opportunity": {of_twice}, "assigned_to": {karl.id}} -> 201 h_twice
as karl    GET  /handoffs/queue.json                                            -> 200 {"items": [{"why_not_called": ""}, {"why_not_called": ""}]}
           POST /wishes {"contact": {nora}, "says": "refuses", "words": "Please never call me."} -> 201
           GET  /handoffs/queue.json                                            -> 200 {"items": [{"why_not_called": "Nora West of Northwind asked on 4 May 2026 not to be called."}, {"why_not_called": "Nora West of Northwind asked on 4 May 2026 not to be called at this number."}]}
           GET  /handoffs/{h_nora.id}.json                                      -> 200 {"why_not_called": "Nora West of Northwind asked on 4 May 2026 not to be called.", "handoff": {"contact_phone": "+1 555 0100"}}
           POST /wishes {"contact": {nora}, "says": "agrees", "words": "You may after all."} -> 201
           GET  /handoffs/queue.json                                            -> 200 {"items": [{"why_not_called": ""}, {"why_not_called": ""}]}

# Whoever refuses e-mail as well is not to be written to instead.
as karl    POST /wishes {"contact": {nora}, "medium": "email", "says": "refuses", "words": "No e-mail either."} -> 201
           GET  /handoffs/queue.json                                            -> 200 {"items": [{"why_not_called": "", "why_not_written": "Nora West of Northwind asked on 4 May 2026 to get no e-mail."}, {"why_not_written": ""}]}
           GET  /handoffs/{h_nora.id}.json                                      -> 200 {"why_not_written": "Nora West of Northwind asked on 4 May 2026 to get no e-mail."}
