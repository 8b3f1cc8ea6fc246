# SPDX-License-Identifier: Apache-2.0

# Whoever stands on a list of the show and is typed at its stand that day was there once, in either order.
clock 2026-03-02 09:00
as sam     POST /campaigns {"name": "Spring show", "channel": 5, "starts_on": "2026-03-01"} -> 201 show
           POST /lead-forms {"name": "Visit us", "address": "visit", "campaign": {show}, "territory": 1} -> 201 visit
as maria   POST /accounts {"name": "Acme", "territory": 1} -> 201 acme
           POST /accounts {"name": "Bolt", "territory": 1} -> 201 bolt
file scans.csv <<END
First Name,Last Name,Company,Email,Day
Petra,Holm,Acme,petra@acme.example,2026-03-02
Otto,Lang,Bolt,,2026-03-02
Ugo,Neri,Bolt,,2026-03-01
END
as ines    POST /imports?name=scans.csv&target=touchpoint file scans.csv -> 201 scans
           PUT  /imports/{scans.import.id} {"answers": {"system": "Scan list", "constants": [{"slot": "campaign", "value": "Spring show"}, {"slot": "kind", "value": "scan"}]}} -> 200 {"preview": {"faults": [], "refused": 0}}
           POST /imports/{scans.import.id}/run -> 201
           GET  /touchpoints.json?campaign={show} -> 200 {"total": 3}

# By the address; by the name at the firm, where the list has no address; on another day again.
clock 2026-03-02 15:00
as ines    POST /lead-forms/{visit}/entries {"name": "Petra Holm", "email": "petra@acme.example", "once": "lead-0001-petra", "kind": "scan"} -> 201 petra {"is_new_contact": false, "is_new_lead": true}
           POST /lead-forms/{visit}/entries {"name": "otto lang", "email": "otto@bolt.example", "company": "Bolt", "once": "lead-0002-otto", "kind": "scan"} -> 201 otto {"is_new_contact": false}
           GET  /contacts/{otto.contact}.json -> 200 {"name": "Otto Lang"}
           GET  /touchpoints.json?campaign={show} -> 200 {"total": 3}
           GET  /touchpoints.json?campaign={show}&contact={petra.contact} -> 200 {"items": [{"at": "2026-03-02T15:00:00.000Z", "kind": "scan"}], "total": 1}
           POST /lead-forms/{visit}/entries {"name": "Petra Holm", "email": "petra@acme.example", "once": "lead-0003-petra", "kind": "scan", "met_at": "2026-03-02T14:00:00Z"} -> 201 {"is_new_lead": false}
           GET  /touchpoints.json?campaign={show} -> 200 {"total": 3}
           POST /lead-forms/{visit}/entries {"name": "Ugo Neri", "email": "ugo@bolt.example", "company": "Bolt", "once": "lead-0004-ugo", "kind": "scan"} -> 201 {"is_new_contact": true}
           GET  /touchpoints.json?campaign={show} -> 200 {"total": 4}

# The same list again adds nothing; taken back, what was typed at the stand stays.
           POST /imports?name=scans.csv&target=touchpoint file scans.csv -> 201 again
           PUT  /imports/{again.import.id} {"answers": {"system": "Scan list", "constants": [{"slot": "campaign", "value": "Spring show"}, {"slot": "kind", "value": "scan"}]}} -> 200 {"preview": {"faults": [], "refused": 0}}
           DELETE /imports/{again.import.id} -> 200
           POST /imports/{scans.import.id}/undo -> 201
           GET  /touchpoints.json?campaign={show} -> 200 {"total": 3}
           GET  /touchpoints.json?campaign={show}&contact={petra.contact} -> 200 {"items": [{"at": "2026-03-02T14:00:00.000Z"}], "total": 1}

# A scanner's list whose rows have identifiers of their own counts once with the stand as well, in either order.
clock 2026-03-03 12:00
as ines    POST /lead-forms/{visit}/entries {"name": "Petra Holm", "email": "petra@acme.example", "once": "lead-0005-petra", "kind": "scan"} -> 201
           GET  /touchpoints.json?campaign={show}&at_from=2026-03-03 -> 200 {"total": 1}
file badges.csv <<END
Scan ID,First Name,Last Name,Company,Email,Day
S-1,Petra,Holm,Acme,petra@acme.example,2026-03-03
S-2,Rosa,Weiss,Acme,rosa@acme.example,2026-03-03
S-3,Rosa,Weiss,Acme,rosa@acme.example,2026-03-03
END
           POST /imports?name=badges.csv&target=touchpoint file badges.csv -> 201 badges
           PUT  /imports/{badges.import.id} {"answers": {"system": "Scanner", "constants": [{"slot": "campaign", "value": "Spring show"}, {"slot": "kind", "value": "scan"}]}} -> 200 {"preview": {"faults": [], "refused": 0}}
           POST /imports/{badges.import.id}/run -> 201
           GET  /touchpoints.json?campaign={show}&at_from=2026-03-03 -> 200 {"total": 3}
           GET  /touchpoints.json?campaign={show}&at_from=2026-03-03&contact={petra.contact} -> 200 {"items": [{"key": "", "at": "2026-03-03T12:00:00.000Z"}], "total": 1}
           POST /lead-forms/{visit}/entries {"name": "Rosa Weiss", "email": "rosa@acme.example", "once": "lead-0006-rosa", "kind": "scan"} -> 201 {"is_new_contact": false}
           GET  /touchpoints.json?campaign={show}&at_from=2026-03-03 -> 200 {"total": 2}
           POST /imports?name=badges.csv&target=touchpoint file badges.csv -> 201 once_more
           PUT  /imports/{once_more.import.id} {"answers": {"system": "Scanner", "constants": [{"slot": "campaign", "value": "Spring show"}, {"slot": "kind", "value": "scan"}]}} -> 200 {"preview": {"faults": [], "refused": 0}}
           DELETE /imports/{once_more.import.id} -> 200
           POST /imports/{badges.import.id}/undo -> 201
           GET  /touchpoints.json?campaign={show}&at_from=2026-03-03 -> 200 {"total": 2}
