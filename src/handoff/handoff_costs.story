# What the leads that died cost: their campaign’s money of a year, in equal parts over all that were handed over from it. It was spent before they came.
clock 2026-05-04 09:00
as maria   POST /agreements/funnel/versions {"template": "marketing-and-sales", "in_force_from": "2026-01-01"}  -> 201 funnel
           POST {funnel}/signatures                                             -> 201
           POST /accounts {"name": "Northwind", "territory": 1}                 -> 201 north
as sam     POST {funnel}/signatures                                             -> 201
           POST /campaigns {"name": "Winter letter", "channel": 2, "starts_on": "2025-01-01", "ends_on": "2026-02-28"} -> 201 letter
           POST /spend {"day": "2025-05-04", "side": "marketing", "kind": "print", "campaign": {letter}, "amount": {"minor": 99999, "currency": "USD"}} -> 201
           POST /spend {"day": "2026-02-10", "side": "marketing", "kind": "print", "campaign": {letter}, "amount": {"minor": 40003, "currency": "USD"}} -> 201
as ines    POST /opportunities {"name": "Turned down", "phase": "lead", "stage": "Marketing qualified", "account": {north}, "source": "Winter letter", "owner": {ines.id}} -> 201 one
           POST /opportunities {"name": "Spoken with", "phase": "lead", "stage": "Marketing qualified", "account": {north}, "source": "Winter letter", "owner": {ines.id}} -> 201 two
           POST /opportunities {"name": "Left", "phase": "lead", "stage": "Marketing qualified", "account": {north}, "source": "Winter letter", "owner": {ines.id}} -> 201 three
           POST /opportunities {"name": "Of no campaign", "phase": "lead", "stage": "Marketing qualified", "account": {north}, "source": "Telephone", "owner": {ines.id}} -> 201 four
           POST /handoffs {"opportunity": {one}, "assigned_to": {karl.id}}      -> 201 h1
           POST /handoffs {"opportunity": {two}, "assigned_to": {karl.id}}      -> 201 h2
           POST /handoffs {"opportunity": {three}}                              -> 201 h3
           POST /handoffs {"opportunity": {four}, "assigned_to": {karl.id}}     -> 201 h4
as karl    POST /handoffs/{h1.id}/steps {"kind": "rejected", "after": {h1.step}, "text": "No need"} -> 201
           POST /handoffs/{h2.id}/steps {"kind": "accepted", "after": {h2.step}} -> 201
           POST /handoffs/{h4.id}/steps {"kind": "rejected", "after": {h4.step}, "text": "No need"} -> 201
           POST /activities {"opportunity": {two}, "kind": "call"}              -> 201
as sam     GET /handoffs/passed.json?from=2026-05-04&until=2026-05-04&is_dead=true&order=name -> 200 {"items": [{"name": "Of no campaign", "spent": null}, {"name": "Turned down", "spent": {"minor": 13334}}], "total": 2}

# Whoever is left past the time is dead as well, here and in a CRM, whose source names the campaign.
clock 2026-05-08 11:00
file lost.csv <<END
Opportunity ID,Opportunity Name,Account Name,Stage,Lead Source,Lost Reason,Created Date,Close Date,Date entered "Marketing qualified",Date entered "Sales accepted"
006A,From the CRM,Northwind,Closed Lost,Winter letter,No need,2026-05-04,2026-05-08,2026-05-04,2026-05-06
END
as ada     POST /imports?name=lost.csv&target=opportunity file lost.csv         -> 201 crm
           PUT  /imports/{crm.import.id} {"answers": {"currency": "USD", "system": "Salesforce"}} -> 200
           POST /imports/{crm.import.id}/run                                    -> 201
as sam     GET /handoffs/passed.json?from=2026-05-01&until=2026-05-08&is_dead=true&order=name -> 200 {"items": [{"name": "From the CRM", "spent": {"minor": 10000}}, {"name": "Left", "state": "waiting", "spent": {"minor": 10000}}, {"name": "Of no campaign", "spent": null}, {"name": "Turned down", "spent": {"minor": 10000}}], "total": 4}
           GET /handoffs/figures.json?by=campaign&from=2026-05-01&until=2026-05-08 -> 200 {"items": [{"name": "Winter letter", "came": {"number": 4}, "dead_cost": {"money": {"minor": 30000}}}, {"name": "No campaign", "dead_cost": {"money": null, "why": "Neither their sources nor touchpoints before them tell a campaign, or a channel, or there is no spend of that year left for these that you may see."}}]}

# Of fewer days each part is the same: it is shared over all of the year. Older money counts where the days themselves reach so far.
           GET /handoffs/figures.json?from=2026-05-05&until=2026-05-08          -> 200 {"items": [{"came": {"number": 1}, "dead_cost": {"money": {"minor": 10000}}}]}
           GET /handoffs/figures.json?by=campaign&from=2025-05-01&until=2026-05-08 -> 200 {"items": [{"name": "Winter letter", "dead_cost": {"money": {"minor": 105000}}}, {"name": "No campaign"}]}
as karl    GET /handoffs/figures.json?by=campaign&from=2026-05-01&until=2026-05-08 -> 200 {"items": [{"name": "Winter letter", "dead_cost": {"money": null}}, {"name": "No campaign"}]}

# Where no campaign is known but the source names a channel, its money that no lead's campaign has is shared by these leads: none is counted twice.
as sam     POST /campaigns {"name": "Autumn fair", "channel": 5, "starts_on": "2026-01-01"} -> 201 fair
           POST /spend {"day": "2026-03-01", "side": "marketing", "kind": "event", "campaign": {fair}, "amount": {"minor": 10001, "currency": "USD"}} -> 201
           POST /spend {"day": "2026-04-01", "side": "marketing", "kind": "event", "channel": 5, "amount": {"minor": 5000, "currency": "USD"}} -> 201
as ines    POST /opportunities {"name": "Of some fair", "phase": "lead", "stage": "Marketing qualified", "account": {north}, "source": "trade_show", "owner": {ines.id}} -> 201 five
           POST /opportunities {"name": "Of a fair", "phase": "lead", "stage": "Marketing qualified", "account": {north}, "source": "Trade Show", "owner": {ines.id}} -> 201 six
           POST /handoffs {"opportunity": {five}, "assigned_to": {karl.id}}     -> 201 h5
           POST /handoffs {"opportunity": {six}, "assigned_to": {karl.id}}      -> 201 h6
as karl    POST /handoffs/{h5.id}/steps {"kind": "rejected", "after": {h5.step}, "text": "No need"} -> 201
as sam     GET /handoffs/passed.json?from=2026-05-08&until=2026-05-08&is_dead=true -> 200 {"items": [{"name": "Of some fair", "campaign": null, "channel": 5, "spent": {"minor": 7500}}]}
           GET /handoffs/figures.json?from=2026-05-08&until=2026-05-08 -> 200 {"items": [{"dead_cost": {"money": {"minor": 7500}}}]}
as ines    POST /opportunities {"name": "Of the fair", "phase": "lead", "stage": "Marketing qualified", "account": {north}, "source": "Autumn fair", "owner": {ines.id}} -> 201 seven
           POST /handoffs {"opportunity": {seven}, "assigned_to": {karl.id}}    -> 201 h7
as sam     GET /handoffs/passed.json?from=2026-05-08&until=2026-05-08&order=id -> 200 {"items": [{"name": "Of some fair", "spent": {"minor": 2500}}, {"name": "Of a fair", "spent": {"minor": 2500}}, {"name": "Of the fair", "channel": null, "spent": {"minor": 10001}}]}

# What marketing has to qualify and leaves is dead as well, by the same rule; what it has spoken with is not.
as sam     POST /campaigns {"name": "Open house", "channel": 5, "starts_on": "2026-04-01"} -> 201 house
           POST /spend {"day": "2026-04-20", "side": "marketing", "kind": "event", "campaign": {house}, "amount": {"minor": 30000, "currency": "USD"}} -> 201
           POST /lead-forms {"name": "Visit us", "address": "visit", "campaign": {house}, "territory": 1} -> 201 form
           POST /lead-forms/{form}/entries {"name": "Amy Adams", "email": "amy@one.example", "company": "One", "once": "019c-0000-0001"} -> 201 amy
           POST /lead-forms/{form}/entries {"name": "Bob Baker", "email": "bob@two.example", "company": "Two", "once": "019c-0000-0002"} -> 201 bob
           POST /lead-forms/{form}/entries {"name": "Cy Cole", "email": "cy@three.example", "company": "Three", "once": "019c-0000-0003"} -> 201 cy
           POST /activities {"opportunity": {cy.lead}, "kind": "call"} -> 201
           GET /handoffs/passed.json?from=2026-05-08&until=2026-05-08&campaign={house}&is_dead=true -> 200 {"total": 0}
clock 2026-05-13 11:00
           GET /handoffs/passed.json?from=2026-05-08&until=2026-05-13&campaign={house}&is_dead=true&order=id -> 200 {"items": [{"opportunity": {amy.lead}, "ask": "qualify", "spent": {"minor": 10000}}, {"opportunity": {bob.lead}}], "total": 2}
