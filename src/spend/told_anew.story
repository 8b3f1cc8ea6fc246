# SPDX-License-Identifier: Apache-2.0

# A day that was told three times says what the newest report tells, also when the one between is undone.
clock 2026-03-02 09:00
file first.csv <<END
day,channel,amount
2026-02-20,Web,100.00
END
file second.csv <<END
day,channel,amount
2026-02-20,Web,120.00
END
file third.csv <<END
day,channel,amount
2026-02-20,Web,130.00
END
as sam     POST /imports?name=first.csv file first.csv                      -> 201 first
           PUT  /imports/{first.import.id} {"answers": {"currency": "USD"}} -> 200
           POST /imports/{first.import.id}/run                              -> 201
           POST /imports?name=second.csv file second.csv                    -> 201 second
           POST /imports/{second.import.id}/run                             -> 201
           POST /imports?name=third.csv file third.csv                      -> 201 third
           POST /imports/{third.import.id}/run                              -> 201 {"import": {"sentence": "adds 1 entry of spend; takes the place of 1 older entry"}}
           POST /imports/{second.import.id}/undo                            -> 201
           GET  /spend/totals.json                                          -> 200 {"items": [{"amount": {"money": {"minor": 13000}}, "entries": 1}]}

# Undone as well, the newest leaves what the first report told.
           POST /imports/{third.import.id}/undo                             -> 201
           GET  /spend/totals.json                                          -> 200 {"items": [{"amount": {"money": {"minor": 10000}}, "entries": 1}]}
