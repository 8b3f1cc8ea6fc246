# What a side's own report says that its touchpoints brought, by the rules of credit, and why the two differ.
clock 2026-10-01 09:00
file log.csv <<END
timestamp,account,campaign,channel
2026-07-06T09:30:00Z,Acme,,Web
2026-08-03T09:30:00Z,Acme,Summer letter,Direct mail
END
file orders.csv <<END
order number,order date,account,revenue
A-1,2026-09-01,Acme,9000.00
END
file invoices.csv <<END
order number,order kind,invoice date,account,revenue
A-1,invoiced,2026-09-20,Acme,4500.00
END
file reports.csv <<END
Metric,From day,Until day,Number,Definition
Revenue credited,2026-07-01,2026-09-30,6000.00,By the rules that we signed
END
as maria   POST /accounts {"name": "Acme", "territory": 1}                                 -> 201 acme

# Without touchpoints nobody can say; and no bridge of lists leads from it.
as sam     POST /claims {"metric": "revenue_credited", "from_day": "2026-07-01", "until_day": "2026-09-30", "count": 5, "definition": "As our tool says."} -> 422 claim_without_number
           POST /claims {"metric": "revenue_credited", "from_day": "2026-07-01", "until_day": "2026-09-30", "amount": {"minor": 900000, "currency": "USD"}, "definition": "As our tool says."} -> 201 early
           GET  /claims/{early}/credit.json                                                -> 200 {"why": "No touchpoints are on record, so nobody knows what led to an order.", "items": []}
           GET  /bridge.json?first={early}                                                 -> 422 claims_do_not_compare
           GET  /bridge.json?first=revenue_won&second=revenue_credited&from=2026-07-01&until=2026-09-30 -> 422 claims_do_not_compare
           GET  /review.json?as_of=2026-10-01                                              -> 200 {"bridge": null, "items": []}

# Two touchpoints of marketing and a visit led to an order: in equal parts two thirds are marketing's.
as maria   POST /activities {"account": {acme}, "kind": "visit", "at": "2026-08-20T10:00:00Z"} -> 201
           POST /imports?name=log.csv file log.csv                                         -> 201 log
           POST /imports/{log.import.id}/run                                               -> 201
           POST /imports?name=orders.csv file orders.csv                                   -> 201 orders
           PUT  /imports/{orders.import.id} {"answers": {"currency": "USD"}}               -> 200
           POST /imports/{orders.import.id}/run                                            -> 201
           GET  /claims/{early}/credit.json                                                -> 200 {"agreed": {"money": {"minor": 600000}}, "is_agreed": false, "clause": ""}
as sam     POST /claims {"metric": "revenue_credited", "from_day": "2026-07-01", "until_day": "2026-09-30", "amount": {"minor": 540000, "currency": "USD"}, "definition": "As our tool says."} -> 201 told
           GET  /claims/{early}.json                                                       -> 200 {"restated_by": {told}}
           GET  /review.json?as_of=2026-10-01                                              -> 200 {"bridge": null, "items": [{"code": "credit_claim_differs", "mover": "marketing", "is_provisional": true, "why_provisional": "no rules of credit are agreed"}]}

# By rules that both signed it is marketing's move, and the clause that its report counts without is named.
as maria   POST /agreements/credit_rules/versions {"template": "equal-parts", "in_force_from": "2026-01-01"} -> 201 rules
           POST {rules}/signatures                                                         -> 201
as sam     POST {rules}/signatures                                                         -> 201
as fiona   POST {rules}/signatures                                                         -> 201 {"state": "locked"}
           GET  /claims/{told}/credit.json                                                 -> 200 golden
           GET  /gaps/credit_claim_differs.json?about=marketing+2026-07-01+2026-09-30&as_of=2026-10-01 -> 200
             {"sentence": "Marketing says its touchpoints brought $5,400 from 1 July 2026 to 30 September 2026; by the rules of credit in force it is $6,000: a report that counts by first and last touch (40/20/40), comes to its number",
              "mover": "marketing", "stake_kind": "unknown", "count": 1, "evidence": "/claims/{told}", "clause": "model", "is_provisional": false}
as karl    GET  /claims/{told}.json                                                        -> 200 {"side": "marketing"}
           GET  /claims/{told}/credit.json                                                 -> 403 not_allowed
as sam     POST /claims {"metric": "forecast", "from_day": "2026-07-01", "until_day": "2026-09-30", "amount": {"minor": 540000, "currency": "USD"}, "definition": "All."} -> 201 all
           GET  /claims/{all}/credit.json                                                  -> 422 claims_do_not_compare

# Stated anew by the rules, here with a file, it is no gap any more.
           POST /imports?name=reports.csv&target=claim file reports.csv                    -> 201 reports
           PUT  /imports/{reports.import.id} {"answers": {"currency": "USD"}}              -> 200 {"preview": {"refused": 0}}
           POST /imports/{reports.import.id}/run                                           -> 201 {"claims": [{"title": "Marketing: $6,000 revenue credited"}]}
           GET  /claims.json?metric=revenue_credited                                       -> 200 {"total": 3}
           GET  /review.json?as_of=2026-10-01                                              -> 200 {"items": []}

# A report of what was invoiced: of half of the order, so far, two thirds are marketing's.
as maria   POST /imports?name=invoices.csv file invoices.csv                               -> 201 invoices
           PUT  /imports/{invoices.import.id} {"answers": {"currency": "USD"}}             -> 200 {"preview": {"refused": 0}}
           POST /imports/{invoices.import.id}/run                                          -> 201
           GET  /orders.json?kind=invoiced                                                 -> 200 {"total": 1}
as sam     POST /claims {"metric": "revenue_credited", "from_day": "2026-07-01", "until_day": "2026-09-30", "amount": {"minor": 300000, "currency": "USD"}, "definition": "What was invoiced, as our tool says."} -> 201 billed
           GET  /claims/{billed}/credit.json                                               -> 200
             {"agreed": {"money": {"minor": 600000}}, "reason": "a report that counts what was invoiced in the period instead of what was booked, comes to its number", "clause": "",
              "items": [{"reason": "date_basis", "revenue": {"minor": 300000}, "off": {"minor": 0}, "is_reason": true, "link": ""}]}
           GET  /review.json?as_of=2026-10-01                                              -> 200 {"items": [{"code": "credit_claim_differs", "mover": "marketing"}]}
