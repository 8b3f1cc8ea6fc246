# A lead that names no campaign came from that of the last touchpoint that its contact, else its account, had by the day of its inquiry: in reasons for rejection, figures by campaign and the cost of those that died.
clock 2026-05-04 15:00
as maria   POST /agreements/funnel/versions {"template": "marketing-and-sales", "in_force_from": "2026-01-01"} -> 201 funnel
           POST {funnel}/signatures                                             -> 201
           POST /accounts {"name": "Acme", "territory": 1}                      -> 201 acme
           POST /accounts {"name": "Bolt", "territory": 1}                      -> 201 bolt
           POST /contacts {"name": "Petra Holm", "account": {acme}, "email": "petra@acme.example"} -> 201 petra
           POST /contacts {"name": "Otto Lang", "account": {acme}, "email": "otto@acme.example"} -> 201 otto
as sam     POST {funnel}/signatures                                             -> 201
           POST /campaigns {"name": "Spring fair", "channel": 5, "starts_on": "2026-04-01"} -> 201 fair
           POST /campaigns {"name": "Letter", "channel": 2, "starts_on": "2026-04-01"} -> 201 letter
           POST /spend {"day": "2026-04-10", "side": "marketing", "kind": "event", "campaign": {fair}, "amount": {"minor": 30000, "currency": "USD"}} -> 201
           POST /spend {"day": "2026-04-10", "side": "marketing", "kind": "print", "campaign": {letter}, "amount": {"minor": 4000, "currency": "USD"}} -> 201
file touches.csv <<END
First Name,Last Name,Company,Email,Day,Campaign
Petra,Holm,Acme,petra@acme.example,2026-04-20,Letter
Petra,Holm,Acme,petra@acme.example,2026-05-03,Spring fair
Petra,Holm,Acme,petra@acme.example,2026-05-04,Letter
Otto,Lang,Acme,otto@acme.example,2026-05-04,Letter
END
as ines    POST /imports?name=touches.csv&target=touchpoint file touches.csv    -> 201 touches
           PUT  /imports/{touches.import.id} {"answers": {"system": "Scanner", "constants": [{"slot": "kind", "value": "scan"}]}} -> 200 {"preview": {"faults": [], "refused": 0}}
           POST /imports/{touches.import.id}/run                                -> 201
           POST /opportunities {"name": "Petra's", "phase": "lead", "stage": "Marketing qualified", "account": {acme}, "contact": {petra}, "source": "Web", "created_on": "2026-05-03", "owner": {ines.id}} -> 201 one
           POST /opportunities {"name": "Otto's", "phase": "lead", "stage": "Marketing qualified", "account": {acme}, "contact": {otto}, "source": "Web", "created_on": "2026-05-03", "owner": {ines.id}} -> 201 two
           POST /opportunities {"name": "Before", "phase": "lead", "stage": "Marketing qualified", "account": {acme}, "contact": {petra}, "source": "Web", "created_on": "2026-04-30", "owner": {ines.id}} -> 201 three
           POST /opportunities {"name": "Names one", "phase": "lead", "stage": "Marketing qualified", "account": {acme}, "contact": {petra}, "source": "Letter", "created_on": "2026-05-03", "owner": {ines.id}} -> 201 four
           POST /opportunities {"name": "Never met", "phase": "lead", "stage": "Marketing qualified", "account": {bolt}, "source": "Web", "created_on": "2026-05-03", "owner": {ines.id}} -> 201 five
           POST /handoffs {"opportunity": {one}, "assigned_to": {karl.id}}      -> 201 h1
           POST /handoffs {"opportunity": {two}, "assigned_to": {karl.id}}      -> 201 h2
           POST /handoffs {"opportunity": {three}, "assigned_to": {karl.id}}    -> 201 h3
           POST /handoffs {"opportunity": {four}, "assigned_to": {karl.id}}     -> 201 h4
           POST /handoffs {"opportunity": {five}, "assigned_to": {karl.id}}     -> 201 h5
as karl    POST /handoffs/{h1.id}/steps {"kind": "rejected", "after": {h1.step}, "text": "No need"} -> 201
           POST /handoffs/{h2.id}/steps {"kind": "rejected", "after": {h2.step}, "text": "No need"} -> 201
           POST /handoffs/{h4.id}/steps {"kind": "rejected", "after": {h4.step}, "text": "No need"} -> 201
           POST /handoffs/{h5.id}/steps {"kind": "rejected", "after": {h5.step}, "text": "No need"} -> 201
as sam     GET /handoffs/passed.json?by=campaign&from=2026-05-04&until=2026-05-04&order=name -> 200
             {"items": [{"name": "Before", "line_name": "Letter", "is_by_touchpoint": true, "is_dead": false}, {"name": "Names one", "line_name": "Letter", "is_by_touchpoint": false, "spent": {"minor": 2000}}, {"name": "Never met", "line_name": "No campaign", "is_by_touchpoint": false, "spent": null}, {"name": "Otto's", "line_name": "Spring fair", "is_by_touchpoint": true, "spent": {"minor": 15000}}, {"name": "Petra's", "line_name": "Spring fair", "is_by_touchpoint": true, "spent": {"minor": 15000}}], "total": 5}
           GET /handoffs/figures.json?by=campaign&from=2026-05-04&until=2026-05-04 -> 200
             {"sentence": "5 handoffs: 5 handed over here, 0 read from the CRM’s stage changes. 3 name no campaign: they count for that of the last touchpoint of the contact, else of the account, by the day of the inquiry.", "items": [{"name": "Spring fair", "came": {"number": 2}, "rejected": {"number": 2}, "dead_cost": {"money": {"minor": 30000}}}, {"name": "Letter", "came": {"number": 2}, "rejected": {"number": 1}, "dead_cost": {"money": {"minor": 2000}}}, {"name": "No campaign", "came": {"number": 1}}]}
           GET /handoffs/figures/line.json?by=campaign&from=2026-05-04&until=2026-05-04&line={fair} -> 200 {"dead_cost": {"inputs": [{"name": "dead ones"}, {"name": "of these by the campaign of a touchpoint", "number": 2}, {"name": "of these by the channel of their source", "number": 0}, {"name": "of these without a cost, left out", "number": 0}]}}
           GET /handoffs/reasons.json?from=2026-05-04&until=2026-05-04&order=campaign_name -> 200
             {"items": [{"campaign": null, "count": 1, "by_touchpoint": 0}, {"campaign_name": "Letter", "count": 1, "by_touchpoint": 0, "came": 1}, {"campaign_name": "Spring fair", "reason": "No need", "count": 2, "by_touchpoint": 2, "came": 2}], "total": 3}

# So are those of a CRM, whose files of leads have no column of campaigns: the fair is shared by three now.
file leads.csv <<END
Opportunity ID,Opportunity Name,Account Name,Stage,Lead Source,Lost Reason,Created Date,Close Date,Date entered "Marketing qualified",Date entered "Sales accepted"
006A,From the CRM,Acme,Closed Lost,Web,No budget,2026-05-03,2026-05-04,2026-05-04,2026-05-04
END
as ada     POST /imports?name=leads.csv&target=opportunity file leads.csv       -> 201 crm
           PUT  /imports/{crm.import.id} {"answers": {"currency": "USD", "system": "Salesforce"}} -> 200
           POST /imports/{crm.import.id}/run                                    -> 201
as sam     GET /handoffs/passed.json?by=campaign&from=2026-05-04&until=2026-05-04&q=CRM -> 200 {"items": [{"name": "From the CRM", "line_name": "Spring fair", "is_by_touchpoint": true, "spent": {"minor": 10000}}], "total": 1}
           GET /handoffs/reasons.json?from=2026-05-04&until=2026-05-04&reason=No+budget -> 200 {"items": [{"campaign": {fair}, "count": 1, "by_touchpoint": 1, "came": 3}], "total": 1}
