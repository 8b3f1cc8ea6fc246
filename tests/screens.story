# Replies that the tests of the screens read, one for each page: see src/ui/recorded_test.tsx.
clock 2026-03-02 09:00
as maria   POST /products {"name": "Torque meter", "line": "Meters", "list_price": {"minor": 120000, "currency": "USD"}}  -> 201
           POST /accounts {"name": "Acme Works", "sector": "manufacturing", "territory": 1, "employees": 240}  -> 201 acme
           POST /contacts {"name": "Petra Holm", "account": {acme}, "title": "Buyer"}   -> 201
           POST /opportunities {"name": "Ten meters", "stage": "Engaging", "account": {acme}, "product": 1, "created_on": "2025-10-06"}  -> 201 meters
           POST /opportunities {"name": "A trial", "stage": "Prospecting"}              -> 201
           POST /activities {"opportunity": {meters}, "kind": "call", "subject_line": "What they need"}  -> 201
           POST /agreements/funnel/versions {"template": "direct-sales", "in_force_from": "2026-01-01"}  -> 201 funnel
           POST {funnel}/signatures                                                     -> 201
as sam     POST {funnel}/signatures                                                     -> 201
           POST /reviews {}                                                             -> 201
           POST /reviews/1/actions {"code": "", "about": "", "what": "Ask sales for names", "person": {sam.id}, "due_on": "2026-03-09"}  -> 201
as maria   GET /territories.json                                                        -> 200 golden
           GET /people.json                                                             -> 200 golden
           GET /people/me/rights.json                                                   -> 200 golden
           GET /products.json                                                           -> 200 golden
           GET /accounts.json                                                           -> 200 golden
           GET /contacts.json                                                           -> 200 golden
           GET /opportunities.json                                                      -> 200 golden
           GET /opportunities/1.json                                                    -> 200 golden
           GET /opportunities/1/timeline.json                                           -> 200 golden
           GET /opportunities/1/history.json                                            -> 200 golden
           GET /opportunities/totals.json                                               -> 200 golden
           GET /agreements.json                                                         -> 200 golden
           GET /agreements/funnel/versions/1/findings.json                              -> 200 golden
           GET /glossary.json                                                           -> 200 golden
           GET /actions.json                                                            -> 200 golden
           GET /reviews.json                                                            -> 200 golden
           GET /agreement-kinds.json                                                    -> 200 golden
           GET /agreement-bindings.json                                                 -> 200 golden
           GET /deputies.json                                                           -> 200 golden
           POST /campaigns {"name": "Spring show", "channel": 5, "starts_on": "2026-03-10", "ends_on": "2026-03-12", "products": [1], "territories": [2], "budget": {"minor": 4500000, "currency": "USD"}, "owner": {sam.id}}  -> 201
           POST /campaigns {"name": "Search ads", "channel": 1, "starts_on": "2025-09-01"}  -> 201
           GET /campaigns.json                                                          -> 200 golden
           GET /campaigns/1.json                                                        -> 200 golden
           GET /channels.json                                                           -> 200 golden
           GET /channels/5.json                                                         -> 200 golden
           POST /opportunities {"name": "Five meters", "stage": "Closed Won", "outcome": "won", "account": {acme}, "product": 1, "value": {"minor": 550000, "currency": "USD"}, "created_on": "2026-02-20", "close_on": "2026-02-20"} -> 201
           GET /opportunities/board.json                                                -> 200 golden
           GET /opportunities/board/cards.json                                          -> 200 golden
           POST /merges {"record": "channel", "number": 6, "into_number": 7, "why": "Counted together"} -> 201
           GET /merges.json                                                             -> 200 golden
           POST /spend {"day": "2026-02-20", "side": "marketing", "kind": "event", "campaign": 1, "territory": 2, "amount": {"minor": 1250000, "currency": "USD"}, "note": "Booth, first half"} -> 201 booth
           POST /spend {"day": "2026-02-25", "kind": "travel", "person": {maria.id}, "amount": {"minor": 48000, "currency": "USD"}, "note": "Visits"} -> 201
           PUT /spend/{booth} {"day": "2026-02-20", "side": "marketing", "kind": "event", "campaign": 1, "territory": 2, "amount": {"minor": 1350000, "currency": "USD"}, "note": "Booth, first half"} -> 200
           GET /spend.json                                                              -> 200 golden
           GET /spend/3.json                                                            -> 200 golden
           GET /spend/3/history.json                                                    -> 200 golden
           GET /spend/totals.json                                                       -> 200 golden
           GET /touchpoints.json                                                        -> 200 golden
           GET /orders.json                                                             -> 200 golden
           GET /orders/7.json                                                           -> 200 golden
           GET /orders/totals.json                                                      -> 200 golden
as maria   POST /lead-forms {"name": "Visit us", "address": "visit-us", "campaign": 1, "product": 1, "heading": "Visit us at booth 214", "consent": "You may write to me."} -> 201
           GET /lead-forms.json                                                         -> 200 golden
           GET /lead-forms/1.json                                                       -> 200 golden
           POST /call-lists {"name": "After the show", "campaign": 1, "script": "Did you find what you came for?", "side": "sales"} -> 201
           POST /contacts {"name": "Otto Lang", "title": "Head of maintenance", "phone": "+1 555 0101", "account": {acme}} -> 201 otto
           POST /contacts {"name": "Nora Vik", "title": "Buyer", "phone": "+1 555 0102", "account": {acme}} -> 201 nora
           POST /call-lists/1/members {"contacts": [{otto}, {nora}]}                    -> 201
           POST /call-lists/1/turns {}                                                  -> 201
           POST /call-lists/1/calls {"member": 1, "outcome": "no_answer"}               -> 201
           POST /call-lists/1/turns {}                                                  -> 201
           POST /wishes {"contact": {otto}, "says": "agrees", "words": "Call me after lunch."} -> 201
           GET /call-lists.json                                                         -> 200 golden
           GET /call-lists/1.json                                                       -> 200 golden
           GET /call-lists/1/figures.json                                               -> 200 golden
           GET /call-lists/1/call.json                                                  -> 200 golden
           GET /call-members.json                                                       -> 200 golden
           GET /calls.json                                                              -> 200 golden
           GET /wishes.json                                                             -> 200 golden
as fiona   POST /exchange-rates {"day": "2026-02-20", "base": "EUR", "quote": "USD", "rate": "1.0956"} -> 201
           POST /exchange-rates {"day": "2026-02-23", "base": "EUR", "quote": "USD", "rate": "1.0902"} -> 201
           GET /exchange-rates.json                                                     -> 200 golden
           GET /exchange-rates/2.json                                              -> 200 golden
           GET /exchange-rates/2/history.json                                              -> 200 golden
           POST /ledger-totals {"month": "2026-02-01", "measure": "spend_of_marketing", "amount": {"minor": 1421000, "currency": "USD"}, "note": "Accounts 6600 to 6640"} -> 201
           POST /ledger-totals {"month": "2026-02-01", "measure": "spend_of_sales", "amount": {"minor": 48000, "currency": "USD"}, "note": "Account 6650"} -> 201
           POST /general-ledger/2026-02/closing {"note": "Complete"}                    -> 201
as sam     POST /spend {"day": "2026-02-26", "side": "marketing", "kind": "media", "channel": 1, "amount": {"minor": 21000, "currency": "USD"}, "note": "A late invoice", "is_late": true} -> 201
as fiona   GET /general-ledger.json?month_from=2026-01-01                                          -> 200 golden
           GET /general-ledger/2026-02.json                                             -> 200 golden
           GET /general-ledger/2026-02/measures/spend_of_marketing.json                 -> 200 golden
           GET /general-ledger/2026-02/entries.json?measure=spend_of_marketing&of=since_closing -> 200 golden
           GET /ledger-totals.json                                                      -> 200 golden
           GET /ledger-totals/1.json                                                    -> 200 golden
           GET /ledger-totals/1/history.json                                            -> 200 golden
as maria   GET /funnel.json?against=previous                                            -> 200 golden
           GET /funnel/step.json?step=Engaging                                          -> 200 golden
           GET /funnel/lines.json?by=source                                             -> 200 golden
           GET /funnel/line.json?by=territory&line=1                                    -> 200 golden
           GET /funnel/journeys.json?step=Engaging                                      -> 200 golden
as sam     POST /handoffs {"opportunity": 2, "note": "They asked for a trial in March."} -> 201
           POST /handoffs {"opportunity": 1, "assigned_to": {maria.id}}                 -> 201 second
as maria   POST /absences {"from_day": "2026-03-09", "until_day": "2026-03-13"}         -> 201
           GET /handoffs/queue.json                                                     -> 200 golden
           GET /handoffs.json                                                           -> 200 golden
           GET /handoffs/2.json                                                         -> 200 golden
           POST /handoffs/2/steps {"kind": "returned", "after": {second.step}}          -> 201 returned
           DELETE /handoffs/2/steps/{returned.step}                                     -> 200
           GET /handoffs/2/steps.json                                                   -> 200 golden
           GET /absences.json                                                           -> 200 golden
           GET /lead-forms/visit-us/stand.json                                          -> 200 golden

file meters.eml <<END
Message-ID: <1@northwind.example>
Date: Mon, 2 Mar 2026 07:30:00 +0000
From: Nora Vik <nora@northwind.example>
To: sales@kestrel.example
Subject: Meters for a pilot plant

We need four meters by May. Whom can I talk to?
END

as ada     PUT /mail {"server": "smtps://mail.kestrel.example", "server_user": "crm", "sender": "crm@kestrel.example", "links_at": "https://accord.kestrel.example"} -> 200
           POST /mail-messages {"to_address": "ada@kestrel.example"}                    -> 201
           GET /mail.json                                                               -> 200 golden
           GET /mail-messages.json                                                      -> 200 golden
as sam     POST /inquiries/mail file meters.eml                                         -> 201
           GET /received-messages.json                                                  -> 200 golden
           GET /received-messages/1.json                                                -> 200 golden
           POST /mailing-lists {"name": "Invitation", "campaign": 1, "drops_on": "2026-03-02", "note": "Visit us at booth 214."} -> 201
           POST /mailing-lists/1/members {"account": {acme}}                            -> 201
           POST /mailing-lists/1/answers {"member": 3, "words": "Nothing on paper, please."} -> 201
           POST /mailing-lists/1/handouts                                               -> 201
           GET /mailing-handouts.json                                                   -> 200 golden
           POST /mailing-lists/1/drop {"day": "2026-03-02"}                             -> 201
           POST /mailing-lists/1/returns {"member": 2}                                  -> 201
           GET /mailing-lists.json                                                      -> 200 golden
           GET /mailing-lists/1.json                                                    -> 200 golden
           GET /mailing-lists/1/figures.json                                            -> 200 golden
           GET /mailing-members.json                                                    -> 200 golden
