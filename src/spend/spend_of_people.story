# Whose pay and travel it is: that person sees it, those above them, finance and administrators. The amounts are everybody's.
clock 2026-03-02 09:00
as fiona   POST /spend {"day": "2026-02-27", "side": "sales", "kind": "pay", "person": {karl.id}, "amount": {"minor": 700000, "currency": "USD"}, "note": "Karl, February"} -> 201 pay
           POST /spend {"day": "2026-02-27", "side": "sales", "kind": "samples", "person": {karl.id}, "amount": {"minor": 5000, "currency": "USD"}, "note": "Ten meters"} -> 201 samples
           GET  /spend/{pay}.json -> 200 {"person": {karl.id}, "note": "Karl, February"}
           GET  /spend.json?person={karl.id} -> 200 {"total": 2}
as ada     GET  /spend/{pay}.json -> 200 {"person": {karl.id}}
as maria   GET  /spend/{pay}.json -> 200 {"person": {karl.id}}
           GET  /spend.json?q=february -> 200 {"items": [{"id": {pay}}], "total": 1}

# Others see it as that of a team, without its note; it is in their lists and sums all the same.
as sam     GET  /spend/{pay}.json -> 200 {"person": null, "person_name": "Other salespeople", "note": "", "amount": {"minor": 700000}}
           GET  /spend.json?kind=pay -> 200 {"items": [{"id": {pay}, "person": null, "person_name": "Other salespeople", "note": ""}], "total": 1}
           GET  /spend/totals.json?kind=pay -> 200 {"items": [{"amount": {"money": {"minor": 700000}}, "entries": 1}]}
           GET  /spend/{samples}.json -> 200 {"person": {karl.id}, "note": "Ten meters"}

# Neither a filter nor a search nor the history says whose it is, and sums say what the list says.
           GET  /spend.json?person={karl.id} -> 200 {"items": [{"id": {samples}}], "total": 1}
           GET  /spend/totals.json?person={karl.id} -> 200 {"items": [{"amount": {"money": {"minor": 5000}}, "entries": 1}]}
           GET  /spend.json?q=february -> 200 {"items": [], "total": 0}
           GET  /spend.json?order=person_name -> 200 {"total": 2}
           GET  /spend/{pay}/history.json -> 200 golden

# Whoever corrects it without seeing whose it is leaves that as it was.
           PUT  /spend/{pay} {"day": "2026-02-27", "side": "sales", "kind": "pay", "amount": {"minor": 710000, "currency": "USD"}} -> 200 again
as fiona   GET  /spend/{again}.json -> 200 {"person": {karl.id}, "note": "Karl, February", "amount": {"minor": 710000}}
