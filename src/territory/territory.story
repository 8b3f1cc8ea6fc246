# SPDX-License-Identifier: Apache-2.0

# The tree of territories: added, moved, and each refusal by its name.
clock 2026-03-02 09:00
as ada      POST /territories {"name": "Story world"}                                            -> 201 world
            POST /territories {"name": "Story north", "parent": {world.id}}                      -> 201 north
            POST /territories {"name": "Story coast", "parent": {north.id}}                      -> 201 coast
            POST /territories {"name": "story NORTH"}                                            -> 409 territory_name_taken
            POST /territories {"name": "Story moon", "parent": 999999}                           -> 422 territory_unknown
            PUT  /territories/{world.id} {"name": "Story world", "parent": {coast.id}}           -> 422 territory_circle
            PUT  /territories/{coast.id} {"name": "Story coast", "parent": {world.id}}           -> 200
            GET  /territories/{coast.id}/history.json                                            -> 200
            POST /territories {"name": "Story bad", "time_zone": "Europe/Atlantis"}              -> 422 wrong_shape
            POST /territories {"name": "Story bad", "work_start_minute": 600, "work_end_minute": 540} -> 422 wrong_shape

# A territory inherits its calendar; its own part is what it says itself.
as ada      PUT  /territories/{world.id} {"name": "Story world", "time_zone": "Europe/Berlin"}   -> 200
            PUT  /territories/{north.id} {"name": "Story north", "parent": {world.id}, "work_start_minute": 480, "work_end_minute": 960} -> 200
            POST /holidays {"territory": {world.id}, "on_day": "2026-05-01", "name": "Labour Day"} -> 201 holiday
            POST /holidays {"territory": {world.id}, "on_day": "2026-05-01", "name": "May Day"}  -> 409 holiday_known
            GET  /territories/{north.id}.json                                                    -> 200
            DELETE /holidays/{holiday.id}                                                        -> 200
            DELETE /holidays/{holiday.id}                                                        -> 404 not_found

# Only administrators change territories; everybody may see their own.
as karl     GET  /territories.json                                                               -> 200
            POST /territories {"name": "Karl's own"}                                             -> 403 not_allowed
