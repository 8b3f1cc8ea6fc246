# The floor under every subject: who may call, and how requests are refused.
world small

as nobody  GET  /people.json                                   -> 401 not_signed_in
           GET  /session.json                                  -> 200 {"person": null}
           POST /people {"name": "Nobody"}                     -> 401 not_signed_in
header host: evil.example
           GET  /people.json                                   -> 421 strange_host

as karl    GET  /people.json                                   -> 200 {"total": 8}
           GET  /people/{karl}.json                            -> 200 {"name": "Karl Brandt"}
           GET  /people/999.json                               -> 404 not_found
           GET  /nothing.json                                  -> 404 not_found
           PUT  /people                                        -> 405 wrong_method
           GET  /people.json?shoe_size=42                      -> 400 unknown_filter
           GET  /people.json?left_on_from=soon                 -> 400 malformed_filter
           POST /territories {"name": "West"}                  -> 403 not_allowed
           GET  /people.csv                                    -> 200

as ada
header x-csrf-token:
           POST /territories {"name": "West"}                  -> 403 csrf_token_missing
header content-type: text/plain
           POST /territories {"name": "West"}                  -> 415 not_json
           POST /territories {"nom": "West"}                   -> 422 wrong_shape
               {"errors": [{"field": "nom"}]}

# A retry of an act gets the reply of the first time; another act does not hide behind its id.
header act-id: 0190-one
           POST /territories {"name": "West"}                  -> 201 west
header act-id: 0190-one
           POST /territories {"name": "West"}                  -> 201 again
           GET  /territories/{west}.json                       -> 200
           GET  /territories.json?name=West                    -> 200 {"total": 1}
header act-id: 0190-one
           POST /territories {"name": "East"}                  -> 409 act_id_reused

# A reply is kept for seven days; after that the act's id is forgotten with it.
clock 2026-03-10 10:00
header act-id: 0190-one
           POST /territories {"name": "East"}                  -> 201 east
           GET  /territories.json?name=East                    -> 200 {"total": 1}

# Once somebody is erased, no reply is kept that may name them; what was done is not done again for it.
header act-id: 0190-two
           POST /people {"name": "Ugo Neri", "role": "marketer", "left_on": "2026-03-10"} -> 201 ugo
           POST /people/{ugo.id}/erasure                       -> 201
header act-id: 0190-two
           POST /people {"name": "Ugo Neri", "role": "marketer", "left_on": "2026-03-10"} -> 409 reply_was_erased
           GET  /people.json?q=ugo                             -> 200 {"total": 0}

# While another program stores something large, acts are refused after a while and done when they are repeated;
# reading goes on.
writer busy
header act-id: 0190-three
           POST /territories {"name": "Middle"}                -> 503 writer_is_busy
           GET  /territories.json?name=Middle                  -> 200 {"total": 0}
writer free
header act-id: 0190-three
           POST /territories {"name": "Middle"}                -> 201
           GET  /territories.json?name=Middle                  -> 200 {"total": 1}

# The description of the API is there for whoever is signed in; only a demo company is removed.
as fiona   GET  /openapi.json                                  -> 200 {"openapi": "3.1.0"}
           POST /demo/removal                                  -> 409 not_a_demo
as nobody  GET  /openapi.json                                  -> 401 not_signed_in

# Every refusal is told where its type leads, to whoever meets one.
           GET  /docs/refusals                                    -> 200
