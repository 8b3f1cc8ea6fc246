# A firm whose CRM says why of one lead alone, and of those that came to sales of none, is told so all the same: the reason can be given here.
clock 2026-08-03 09:00
file first.csv <<END
First Name,Last Name,ID,Account Name,Email Address,Status,Status Description,Converted,Assigned User,Date Created,Date Modified
Amy,Adams,l-1,Acme Inc,amy@acme.example,New,,No,Karl Brandt,2026-07-01,2026-07-01
Di,Dunn,l-4,Dune AG,di@dune.example,New,,No,Karl Brandt,2026-07-04,2026-07-04
Egon,Egger,l-5,Egg KG,egon@egg.example,New,,No,Karl Brandt,2026-07-04,2026-07-04
END
as ada     POST /imports?name=first.csv&target=lead file first.csv              -> 201 first
           PUT  /imports/{first.import.id} {"answers": {"system": "SuiteCRM", "as_of": "2026-08-01"}} -> 200
           POST /imports/{first.import.id}/run                                  -> 201
clock 2026-08-10 09:00
file second.csv <<END
First Name,Last Name,ID,Account Name,Email Address,Status,Status Description,Converted,Assigned User,Date Created,Date Modified
Amy,Adams,l-1,Acme Inc,amy@acme.example,In Process,,No,Karl Brandt,2026-07-01,2026-08-05
Di,Dunn,l-4,Dune AG,di@dune.example,Dead,No budget,No,Karl Brandt,2026-07-04,2026-08-06
Egon,Egger,l-5,Egg KG,egon@egg.example,Recycled,next year,No,Karl Brandt,2026-07-04,2026-08-06
END
as ada     POST /imports?name=second.csv&target=lead file second.csv            -> 201 second
           PUT  /imports/{second.import.id} {"answers": {"system": "SuiteCRM", "as_of": "2026-08-08"}} -> 200
           POST /imports/{second.import.id}/run                                 -> 201
clock 2026-08-17 09:00
file third.csv <<END
First Name,Last Name,ID,Account Name,Email Address,Status,Status Description,Converted,Assigned User,Date Created,Date Modified
Amy,Adams,l-1,Acme Inc,amy@acme.example,Dead,,No,Karl Brandt,2026-07-01,2026-08-12
Di,Dunn,l-4,Dune AG,di@dune.example,Dead,No budget,No,Karl Brandt,2026-07-04,2026-08-06
Egon,Egger,l-5,Egg KG,egon@egg.example,Recycled,next year,No,Karl Brandt,2026-07-04,2026-08-06
END
as ada     POST /imports?name=third.csv&target=lead file third.csv              -> 201 third
           PUT  /imports/{third.import.id} {"answers": {"system": "SuiteCRM", "as_of": "2026-08-15"}} -> 200
           POST /imports/{third.import.id}/run                                  -> 201

# Before a funnel is signed nobody knows what came to sales, and that is said.
as maria   POST /agreements/funnel/versions {"body": {"stages": [{"name": "New", "definition": "A hand was raised.", "responsible": "marketing", "crm_stages": ["Recycled"]}, {"name": "Working", "definition": "Sales has it.", "responsible": "sales", "crm_stages": ["In Process"]}, {"name": "Offer", "definition": "They have our offer.", "responsible": "sales"}, {"name": "Won", "definition": "Ordered.", "responsible": "sales", "outcome": "won"}, {"name": "Lost", "definition": "Gone.", "responsible": "sales", "outcome": "lost", "crm_stages": ["Dead"]}]}, "in_force_from": "2026-07-01"} -> 201 funnel
           GET /handoffs/in-gap.json?code=rejection_without_reason&about=sales  -> 200 {"total": 0}
           POST {funnel}/signatures                                             -> 201
as sam     POST {funnel}/signatures                                             -> 201 {"state": "locked"}
           GET /review.json                                                     -> 200 {"items": [{"code": "rejection_without_reason", "count": 1, "mover": "sales", "sentence": "Sales rejected 1 lead of the quarter and did not say why"}]}
           GET /handoffs/in-gap.json?code=rejection_without_reason&about=sales  -> 200 silent {"items": [{"name": "Acme Inc"}], "total": 1}
as maria   PUT /handoffs/turned-down/{silent.items.0.opportunity} {"reason": "No need"} -> 200
           GET /handoffs/in-gap.json?code=rejection_without_reason&about=sales  -> 200 {"total": 0}
