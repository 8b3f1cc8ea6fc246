# SPDX-License-Identifier: Apache-2.0

# What was decided on and is found no more when the review is closed is frozen as that.
clock 2026-03-02 09:00
as sam     POST /spend {"day": "2026-02-21", "kind": "media", "channel": 1, "amount": {"minor": 90000, "currency": "USD"}} -> 201 ad
           POST /reviews {}                                                          -> 201 {"review": 1, "items": [{"code": "spend_without_campaign", "about": "marketing", "count": 1}]}
           POST /reviews/1/attendance {"person": {maria.id}}                         -> 201
           POST /reviews/1/decisions {"code": "spend_without_campaign", "about": "marketing", "decision": "Name the campaign."} -> 201
           POST /reviews/1/actions {"code": "spend_without_campaign", "about": "marketing", "what": "Name it", "person": {sam.id}, "due_on": "2026-03-09"} -> 201
           DELETE /spend/{ad}                                                        -> 200
           POST /reviews/1/closing                                                   -> 201 {"is_closed": true}
           GET  /reviews/1.json                                                      -> 200
             {"items": [{"code": "spend_without_campaign", "about": "marketing", "count": 0, "stake": {"money": null}}], "decisions": [{"decision": "Name the campaign."}]}
           GET  /reviews/1/gaps/spend_without_campaign.json?about=marketing          -> 200 {"sentence": "Was on the agenda, and was found no more when the review was closed"}
clock 2026-03-09 09:00
           GET  /review.json                                                         -> 200 {"promised": [{"what": "Name it", "moved": {"count_before": 0, "count_now": 0}}]}
