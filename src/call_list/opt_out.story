# One person is on record three times: at two firms, with one number in two notations, and under one e-mail address.
as sam     POST /campaigns {"name": "Spring show", "channel": 5, "starts_on": "2026-03-01"}   -> 201 show
as maria   POST /accounts {"name": "ACME", "territory": 2}                                    -> 201 acme
           POST /accounts {"name": "Acme Holding", "territory": 1}                            -> 201 holding
           POST /contacts {"name": "Anna Meyer", "phone": "+49 (0)30 123 45 67", "email": "a.meyer@acme.example", "account": {acme}} -> 201 anna
           POST /contacts {"name": "A. Meyer", "phone": "030/1234567", "account": {holding}}  -> 201 same_number
           POST /contacts {"name": "Meyer, Anna", "phone": "+49 171 9876543", "email": "A.Meyer@ACME.example", "account": {acme}} -> 201 same_address
           POST /contacts {"name": "Otto Lang", "phone": "+49 30 1234568", "email": "o.lang@acme.example", "account": {acme}} -> 201 otto
as sam     POST /call-lists {"name": "After the show", "campaign": {show}}                    -> 201 calls
           POST /call-lists/{calls}/members {"contacts": [{same_number}, {same_address}, {otto}]} -> 201 {"added": 3}
           GET  /call-members.json?list={calls}&state=not_called                              -> 200 {"total": 3}

# She asks once not to be called: that binds her under every record, with whoever asked for it and when.
clock 2026-05-03 09:00
as sam     POST /wishes {"contact": {anna}, "says": "refuses", "words": "Please stop calling me."} -> 201
           GET  /call-members.json?list={calls}&order=id                                      -> 200
             {"items": [{"contact_name": "A. Meyer", "state": "opted_out",
                         "why_not": "Anna Meyer of ACME asked on 3 May 2026 not to be called at this number."},
                        {"contact_name": "Meyer, Anna", "state": "opted_out",
                         "why_not": "Anna Meyer of ACME, with the same e-mail address, asked on 3 May 2026 not to be called."},
                        {"contact_name": "Otto Lang", "state": "not_called", "why_not": ""}], "total": 3}
           GET  /call-members.json?list={calls}&state=opted_out                               -> 200 {"total": 2}
           GET  /call-members.json?list={calls}&state=not_called                              -> 200 {"items": [{"contact_name": "Otto Lang"}], "total": 1}
           GET  /call-members.json?state=opted_out                                            -> 200 {"total": 2}
           GET  /call-members.json?why_not=x                                                  -> 400 unknown_filter
           GET  /call-lists/{calls}/figures.json                                              -> 200 {"members": {"number": 3}, "opted_out": {"number": 2}}
           GET  /call-lists/{calls}/call.json                                                 -> 200 {"not_called_count": 1}
           POST /call-lists/{calls}/turns {}                                                  -> 201 {"member": 3}
           POST /call-lists/{calls}/turns {"member": 1}                                       -> 409 opted_out_of_calls
             {"detail": "This person does not want to be called. (Anna Meyer of ACME asked on 3 May 2026 not to be called at this number.)"}
           POST /call-lists/{calls}/turns {"member": 2}                                       -> 409 opted_out_of_calls
           DELETE /call-lists/{calls}/turns                                                   -> 200

# On another list she is not put under any of them.
           POST /call-lists {"name": "Summer offer", "campaign": {show}}                      -> 201 offer
           POST /call-lists/{offer}/members {"contacts": [{anna}, {same_number}, {same_address}]} -> 201
             {"added": 0, "opted_out": 3, "opted_out_names": ["Anna Meyer", "A. Meyer", "Meyer, Anna"],
              "opted_out_reasons": ["Anna Meyer of ACME asked on 3 May 2026 not to be called.",
                                    "Anna Meyer of ACME asked on 3 May 2026 not to be called at this number.",
                                    "Anna Meyer of ACME, with the same e-mail address, asked on 3 May 2026 not to be called."]}

# A record that gets her number later is bound as well, and one that loses it is free.
as maria   PUT  /contacts/{otto} {"name": "Otto Lang", "phone": "0049-30-1234567", "account": {acme}} -> 200
as sam     POST /call-lists/{calls}/turns {}                                                  -> 201 {"member": null}
as maria   PUT  /contacts/{otto} {"name": "Otto Lang", "phone": "+49 30 1234568", "account": {acme}} -> 200
as sam     POST /call-lists/{calls}/turns {}                                                  -> 201 {"member": 3}
           DELETE /call-lists/{calls}/turns                                                   -> 200

# Who cannot see the record that opted out is not told who it was.
as karl    POST /call-lists/{calls}/turns {"member": 1}                                       -> 403 not_your_call_list
           GET  /call-members.json?list={calls}                                               -> 200
             {"items": [{"contact_name": "A. Meyer", "why_not": "Somebody asked on 3 May 2026 not to be called at this number."}], "total": 1}

# Words that somebody said since for a record of their own free that one, and only that one.
clock 2026-05-04 09:00
as sam     POST /wishes {"contact": {same_number}, "says": "agrees", "words": "At the Holding, yes."} -> 201
           GET  /call-members.json?list={calls}&state=opted_out                               -> 200 {"items": [{"contact_name": "Meyer, Anna"}], "total": 1}
           POST /call-lists/{calls}/turns {"member": 1}                                       -> 201
           DELETE /call-lists/{calls}/turns                                                   -> 200

# She is erased. That she does not want to be called stays, and no name; whoever comes back with the number or the address is bound.
as ada     POST /contacts/{anna}/erasure                                                      -> 201
as sam     GET  /call-members.json?list={calls}&state=opted_out                               -> 200
             {"items": [{"contact_name": "Meyer, Anna",
                         "why_not": "Somebody who was erased since, with the same e-mail address, asked on 3 May 2026 not to be called."}], "total": 1}
           POST /contacts {"name": "Anna M.", "phone": "(030) 1234567", "account": {acme}}    -> 201 back
           POST /contacts {"name": "Anna Newman", "phone": "030 7654321", "account": {acme}}  -> 201 newman
           POST /call-lists/{offer}/members {"contacts": [{back}, {newman}]}                  -> 201
             {"added": 1, "opted_out": 1,
              "opted_out_reasons": ["Somebody who was erased since asked on 3 May 2026 not to be called at this number."]}
