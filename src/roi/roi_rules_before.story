# SPDX-License-Identifier: Apache-2.0

# Rules of credit that are signed later than they reach back to retell days that were told by others before: each report of such days says so.
clock 2026-01-05 09:00
as maria   POST /agreements/credit_rules/versions {"body": {"model": "linear", "lookback_days": 90}, "in_force_from": "2026-01-01"} -> 201 first
           POST {first}/signatures                                               -> 201
as sam     POST {first}/signatures                                               -> 201
as fiona   POST {first}/signatures                                               -> 201 {"state": "locked"}
clock 2026-04-05 09:00
as sam     GET /roi.json?from=2026-01-01&until=2026-01-31                        -> 200 {"model": "linear", "notes": ["Rules of credit, version 1 was signed on 5 January 2026 and reaches back to 1 January 2026. Until then no rules of credit bound from 1 January 2026 to 4 January 2026: what was told of these days before is told otherwise since."]}
           GET /roi.json?from=2026-01-05&until=2026-03-31                        -> 200 {"model": "linear", "notes": []}
clock 2026-08-05 09:00
           POST {first}/reopenings {"reason": "The last one counts."}            -> 201
as maria   POST {first}/reopenings {"reason": "The last one counts."}            -> 201
           POST /agreements/credit_rules/versions {"body": {"model": "last_touch", "lookback_days": 30}, "in_force_from": "2026-02-01"} -> 201 second
           POST {second}/signatures                                              -> 201
as sam     POST {second}/signatures                                              -> 201
as fiona   POST {second}/signatures                                              -> 201 {"state": "locked"}

# April was told by the first version before August; January is so still, and what comes after the signing was told by no others.
as sam     GET /roi.json?from=2026-04-01&until=2026-04-30                        -> 200 {"model": "last_touch", "notes": ["Rules of credit, version 2 was signed on 5 August 2026 and reaches back to 1 February 2026. Until then Rules of credit, version 1 bound from 1 April 2026 to 30 April 2026: what was told of these days before is told otherwise since."]}
           GET /roi.json?from=2026-01-10&until=2026-01-31                        -> 200 {"model": "linear", "notes": []}
           GET /roi.json?from=2026-08-05&until=2026-08-05                        -> 200 {"model": "last_touch", "notes": []}

# Of days on which both bound, both halves are said.
           GET /roi.json?from=2026-01-10&until=2026-08-05                        -> 200 {"notes": ["Rules of credit, version 1 bound from 10 January 2026 to 31 January 2026. These days too are told by Rules of credit, version 2, which binds on the last day: ask up to 31 January 2026 to have them as they were agreed then.", "Rules of credit, version 2 was signed on 5 August 2026 and reaches back to 1 February 2026. Until then Rules of credit, version 1 bound from 1 February 2026 to 4 August 2026: what was told of these days before is told otherwise since."]}
