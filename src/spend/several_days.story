# SPDX-License-Identifier: Apache-2.0

# A row that covers several days stands on the first of them, whole, and its note says which days it is for.
clock 2026-05-04 09:00
file months.csv <<END
month,channel,description,spend
2026-03,Web,Search,310.00
Apr 2026,Web,,300.00
2026-Q1,E-mail,,90.00
2026-13,Web,,1.00
END
file report.csv <<END
reporting starts,reporting ends,channel,amount spent
2026-04-01,2026-04-30,Direct mail,600.00
2026-04-20,2026-04-20,Direct mail,20.00
2026-04-30,2026-04-01,Direct mail,1.00
END
as sam     POST /imports?name=months.csv file months.csv                    -> 201 months
           PUT  /imports/{months.import.id} {"answers": {"currency": "USD"}} -> 200
             {"preview": {"refused": 1, "problems": [{"line": 5, "column": "month", "reason": "\"2026-13\" is neither a month nor a quarter.", "remedy": "Write it as 2026-11 or 2026-Q4."}]}}
           POST /imports/{months.import.id}/run                             -> 201
           POST /imports?name=report.csv file report.csv                    -> 201 report
           PUT  /imports/{report.import.id} {"answers": {"currency": "USD"}} -> 200
             {"preview": {"refused": 1, "problems": [{"line": 4, "column": "reporting ends", "reason": "It ends on 1 April 2026, before it begins on 30 April 2026.", "remedy": "Correct one of the two days."}]}}
           POST /imports/{report.import.id}/run                             -> 201
           GET  /spend.json?order=day                                       -> 200
             {"items": [{"day": "2026-01-01", "channel_name": "E-mail", "amount": {"minor": 9000}, "note": "Reported for 1 January 2026 to 31 March 2026"},
               {"day": "2026-03-01", "amount": {"minor": 31000}, "note": "Search, reported for 1 March 2026 to 31 March 2026"},
               {"day": "2026-04-01", "amount": {"minor": 30000}, "note": "Reported for 1 April 2026 to 30 April 2026"},
               {"day": "2026-04-01", "amount": {"minor": 60000}, "note": "Reported for 1 April 2026 to 30 April 2026"},
               {"day": "2026-04-20", "amount": {"minor": 2000}, "note": ""}], "total": 5}

# Nothing is spread: whoever asks for a part of the days finds all of it on the first, or nothing.
           GET  /roi.json?from=2026-03-01&until=2026-03-01                  -> 200 {"spend": {"money": {"minor": 31000}}}
           GET  /roi.json?from=2026-03-02&until=2026-03-31                  -> 200 {"spend": {"money": {"minor": 0}}}
           POST /imports?name=again.csv file months.csv                     -> 201 {"preview": {"sentence": "changes nothing; 3 rows say what is known already; 1 row stays out"}}
