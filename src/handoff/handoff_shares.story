# A share says how sure it is, and of fewer than ten nothing is said.
clock 2026-05-04 09:00
as maria   POST /accounts {"name": "Northwind", "territory": 1}                 -> 201 north
as ines    POST /opportunities {"name": "Lead 1", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1, "owner": {ines.id}} -> 201 l1
           POST /handoffs {"opportunity": {l1}, "assigned_to": {karl.id}}       -> 201 h1
           POST /opportunities {"name": "Lead 2", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1, "owner": {ines.id}} -> 201 l2
           POST /handoffs {"opportunity": {l2}, "assigned_to": {karl.id}}       -> 201 h2
           POST /opportunities {"name": "Lead 3", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1, "owner": {ines.id}} -> 201 l3
           POST /handoffs {"opportunity": {l3}, "assigned_to": {karl.id}}       -> 201 h3
           POST /opportunities {"name": "Lead 4", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1, "owner": {ines.id}} -> 201 l4
           POST /handoffs {"opportunity": {l4}, "assigned_to": {karl.id}}       -> 201 h4
           POST /opportunities {"name": "Lead 5", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1, "owner": {ines.id}} -> 201 l5
           POST /handoffs {"opportunity": {l5}, "assigned_to": {karl.id}}       -> 201 h5
           POST /opportunities {"name": "Lead 6", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1, "owner": {ines.id}} -> 201 l6
           POST /handoffs {"opportunity": {l6}, "assigned_to": {karl.id}}       -> 201 h6
           POST /opportunities {"name": "Lead 7", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1, "owner": {ines.id}} -> 201 l7
           POST /handoffs {"opportunity": {l7}, "assigned_to": {karl.id}}       -> 201 h7
           POST /opportunities {"name": "Lead 8", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1, "owner": {ines.id}} -> 201 l8
           POST /handoffs {"opportunity": {l8}, "assigned_to": {karl.id}}       -> 201 h8
           POST /opportunities {"name": "Lead 9", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1, "owner": {ines.id}} -> 201 l9
           POST /handoffs {"opportunity": {l9}, "assigned_to": {karl.id}}       -> 201 h9
           POST /opportunities {"name": "Lead 10", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1, "owner": {ines.id}} -> 201 l10
           POST /handoffs {"opportunity": {l10}, "assigned_to": {karl.id}}      -> 201 h10
clock 2026-05-04 09:30
as karl    POST /handoffs/{h1.id}/steps {"kind": "accepted", "after": {h1.step}} -> 201
           POST /handoffs/{h2.id}/steps {"kind": "accepted", "after": {h2.step}} -> 201
           POST /handoffs/{h3.id}/steps {"kind": "accepted", "after": {h3.step}} -> 201
           POST /handoffs/{h4.id}/steps {"kind": "accepted", "after": {h4.step}} -> 201
           POST /handoffs/{h5.id}/steps {"kind": "accepted", "after": {h5.step}} -> 201
           POST /handoffs/{h6.id}/steps {"kind": "accepted", "after": {h6.step}} -> 201
           POST /handoffs/{h7.id}/steps {"kind": "accepted", "after": {h7.step}} -> 201
           POST /handoffs/{h8.id}/steps {"kind": "accepted", "after": {h8.step}} -> 201
           POST /handoffs/{h9.id}/steps {"kind": "rejected", "text": "No need", "after": {h9.step}} -> 201
clock 2026-05-04 10:00
as sam     GET  /handoffs/figures.json?from=2026-05-04&until=2026-05-04         -> 200 {"items": [{"acceptance": {"number": null, "why": "Fewer than 10 were decided: too few to tell a share."}, "acceptance_from_percent": null, "acceptance_to_percent": null, "in_time": {"number": null, "why": "Fewer than 10 are known to be in time or late: too few to tell a share."}, "conversion": {"number": null, "why": "Fewer than 10 of those accepted have ended: too few to tell a share."}}]}
as karl    POST /handoffs/{h10.id}/steps {"kind": "rejected", "text": "No need", "after": {h10.step}} -> 201
clock 2026-05-04 10:30
# Eight of ten: 49.016% to 94.332% by the formula of Wilson, worked out by hand.
as sam     GET  /handoffs/figures.json?from=2026-05-04&until=2026-05-04         -> 200 {"items": [{"acceptance": {"number": 80}}]}
           GET  /handoffs/figures/line.json?from=2026-05-04&until=2026-05-04&line=sales -> 200 golden

# What fewer than three people did is told to them and to those above them: nobody else reads it off a team, or off who is left over.
as ada     GET  /people/{karl.id}.json                                          -> 200
           PUT  /people/{karl.id} {"name": "Karl Brandt", "email": "karl@demo.example", "role": "salesperson", "territory": 1, "manager": {maria.id}} -> 200
as sam     GET  /handoffs/figures.json?by=team&from=2026-05-04&until=2026-05-04 -> 200 {"items": [{"line": "too_few_people", "name": "Fewer than three others", "came": {"number": null, "why": "Of fewer than three people: told to them and to those above them."}, "acceptance": {"number": null}, "acceptance_from_percent": null, "waiting_value": {"money": null}}]}
           GET  /handoffs/figures.json?by=salesperson&from=2026-05-04&until=2026-05-04 -> 200 {"items": [{"line": "too_few_people", "name": "Fewer than three others", "came": {"number": null, "why": "Of fewer than three people: told to them and to those above them."}, "acceptance": {"number": null}, "acceptance_from_percent": null, "waiting_value": {"money": null}}]}
           GET  /handoffs/figures/line.json?by=team&from=2026-05-04&until=2026-05-04&line=too_few_people -> 200 {"acceptance": {"number": null, "inputs": []}}
as karl    GET  /handoffs/figures.json?by=team&from=2026-05-04&until=2026-05-04 -> 200 {"items": [{"name": "Team of Maria Keller", "came": {"number": 10}}]}
as maria   GET  /handoffs/figures.json?by=salesperson&from=2026-05-04&until=2026-05-04 -> 200 {"items": [{"name": "Karl Brandt", "came": {"number": 10}, "acceptance": {"number": 80}}]}
