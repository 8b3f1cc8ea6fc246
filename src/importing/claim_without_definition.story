# SPDX-License-Identifier: Apache-2.0

# A claim without a definition stays out and says so, whether its cell is blank or its file has no such column.
clock 2026-05-04 09:00
file claims.csv <<END
Side,Metric,Period,Number,Definition
marketing,Leads passed on,2026-03,12,
marketing,Leads passed on,2026-04,13,Every form and scan.
END
file bare.csv <<END
Side,Metric,Period,Number
marketing,Leads passed on,2026-03,12
END
as sam     POST /imports?name=claims.csv file claims.csv                     -> 201 claims
             {"preview": {"refused": 1, "problems": [{"line": 2, "column": "Definition", "reason": "The claim does not say what it counts.", "remedy": "Say in a sentence what is counted and what is not."}]}}
           POST /imports/{claims.import.id}/run                              -> 201
           GET  /claims.json                                                 -> 200 {"items": [{"from_day": "2026-04-01", "definition": "Every form and scan."}], "total": 1}
           POST /imports?name=bare.csv&target=claim file bare.csv            -> 201 bare {"preview": {"faults": ["Claims need a column for Definition, or one value for every row."]}}
           POST /imports/{bare.import.id}/run                                -> 422 import_mapping_wrong
           GET  /claims.json                                                 -> 200 {"total": 1}
