# SPDX-License-Identifier: Apache-2.0

# A time that names no zone is the company's, or that of the zone that is said; what clocks skip or show twice goes in and is told.
clock 2026-11-02 09:00
file log.csv <<END
timestamp,account,channel
2026-03-28 02:30,Acme,Web
2026-03-29 02:30,Acme,Web
2026-03-29 02:45,Acme,Web
2026-03-29 03:10,Acme,Web
2026-10-25 02:30,Acme,Web
2026-10-25 02:30+01:00,Acme,Web
2026-10-26,Acme,Web
END
as maria   POST /accounts {"name": "Acme", "territory": 1}                              -> 201 acme
           POST /imports?name=log.csv file log.csv                                      -> 201 log {"preview": {"time_zone": "UTC", "refused": 0, "doubtful": []}}
           PUT  /imports/{log.import.id} {"answers": {"time_zone": "Europe/Atlantis"}}  -> 422 import_mapping_wrong
           PUT  /imports/{log.import.id} {"answers": {"time_zone": "Europe/Berlin"}}    -> 200
             {"preview": {"time_zone": "Europe/Berlin", "refused": 0, "doubtful": [
               {"line": 3, "column": "timestamp", "reason": "Clocks in Europe/Berlin skipped \"2026-03-29 02:30\", as summer time began; it is read by the clock as it ran before."},
               {"line": 4},
               {"line": 6, "column": "timestamp", "reason": "Clocks in Europe/Berlin showed \"2026-10-25 02:30\" twice, as summer time ended; the first is taken."}]}}
           POST /imports/{log.import.id}/run                                            -> 201
           GET  /touchpoints.json?order=at                                              -> 200
             {"items": [{"at": "2026-03-28T01:30:00.000Z"}, {"at": "2026-03-29T01:10:00.000Z"}, {"at": "2026-03-29T01:30:00.000Z"},
               {"at": "2026-03-29T01:45:00.000Z"}, {"at": "2026-10-25T00:30:00.000Z"}, {"at": "2026-10-25T01:30:00.000Z"},
               {"at": "2026-10-26T00:00:00.000Z", "precision": "day"}], "total": 7}

# What was said of the zone is remembered for files with the same headers; the company's own zone is what counts elsewhere.
file more.csv <<END
timestamp,account,channel
2026-07-01 12:00,Acme,Web
END
file other.csv <<END
timestamp,account,channel,campaign
2026-07-01 12:00,Acme,Web,Summer
END
           POST /imports?name=more.csv file more.csv                                    -> 201 {"preview": {"time_zone": "Europe/Berlin"}}
as ada     PUT  /company {"name": "Kestrel Instruments", "currency": "USD", "time_zone": "America/New_York"} -> 200
as maria   POST /imports?name=other.csv file other.csv                                  -> 201 other {"preview": {"time_zone": "America/New_York"}}
           POST /imports/{other.import.id}/run                                          -> 201
           GET  /touchpoints.json?q=summer                                              -> 200 {"items": [{"at": "2026-07-01T16:00:00.000Z"}], "total": 1}
