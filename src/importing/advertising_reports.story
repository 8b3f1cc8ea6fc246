# SPDX-License-Identifier: Apache-2.0

# A report of Google's without days is of those that stand above it, and its campaigns are on its channel. What the platform does not keep, somebody says, and the next report leaves it so.
clock 2026-11-23 09:00
file october.csv <<END
Campaign report
October 1, 2026 - October 31, 2026
Campaign status,Campaign,Budget,Budget type,Currency code,Status,Impr.,Clicks,Cost
Enabled,Flow meters,50.00,Daily,USD,Eligible,900,33,1234.56
Total: Campaigns,--,--,--,USD,--,900,33,1234.56
END
file november.csv <<END
Campaign report
November 1, 2026 - November 22, 2026
Campaign status,Campaign,Budget,Budget type,Currency code,Status,Impr.,Clicks,Cost
Enabled,Flow meters,50.00,Daily,USD,Eligible,700,20,1000.00
END
as sam     POST /imports?name=october.csv file october.csv                          -> 201 october
               {"import": {"target": "spend", "system": "Google Ads", "answers": {"constants": [{"slot": "first_day", "value": "2026-10-01"}, {"slot": "last_day", "value": "2026-10-31"}]}}, "preview": {"faults": [], "sentence": "adds 1 channel, 1 campaign and 1 entry of spend"}}
           POST /imports/{october.import.id}/run                                    -> 201
           GET  /spend.json                                                         -> 200 {"items": [{"day": "2026-10-01", "channel_name": "Google Ads", "campaign_name": "Flow meters", "kind": "media", "amount": {"minor": 123456}, "note": "Reported for 1 October 2026 to 31 October 2026"}], "total": 1}
           GET  /campaigns/1.json                                                   -> 200 {"name": "Flow meters", "channel_name": "Google Ads", "budget": null, "system": "Google Ads"}
           PUT  /campaigns/1 {"name": "Flow meters", "channel": 7, "starts_on": "2026-10-01", "industry": "Water"} -> 200
           PUT  /campaigns/1 {"name": "Meters", "channel": 7, "starts_on": "2026-10-01"} -> 409 name_kept_elsewhere
           POST /imports?name=november.csv file november.csv                        -> 201 november
               {"import": {"answers": {"constants": [{"slot": "first_day", "value": "2026-11-01"}, {"slot": "last_day", "value": "2026-11-22"}]}}, "preview": {"sentence": "adds 1 entry of spend"}}
           POST /imports/{november.import.id}/run                                   -> 201
           GET  /campaigns/1.json                                                   -> 200 {"channel": 7, "industry": "Water", "starts_on": "2026-10-01"}
           GET  /spend.json?order=-day                                              -> 200 {"items": [{"day": "2026-11-01", "channel": 7}, {"day": "2026-10-01", "channel_name": "Google Ads"}], "total": 2}

# So it is of LinkedIn and Meta; what a CRM keeps is changed there.
file linkedin.csv <<END
Campaign Performance Report (in UTC)
"Report Start: November 1, 2026, 12:00 AM"
"Report End: November 22, 2026, 11:59 PM"

Account Name,Campaign Group Name,Campaign Name,Campaign ID,Currency,Total Spent,Impressions,Clicks
Kestrel Ads,Spring,Engineers,91,EUR,55.50,900,12
END
file meta.csv <<END
Reporting starts,Reporting ends,Campaign name,Campaign ID,Day,Amount spent (USD),Impressions
2026-11-01,2026-11-22,Plants,6022,2026-11-02,10.00,100
END
file crm.csv <<END
Campaign Name,Campaign ID,Start Date,End Date,Budgeted Cost
Water days,701,2026-10-01,2026-10-02,100
END
           POST /imports?name=linkedin.csv file linkedin.csv                        -> 201 linkedin
           POST /imports/{linkedin.import.id}/run                                   -> 201
           PUT  /campaigns/2 {"name": "Engineers", "channel": 7, "starts_on": "2026-11-01"} -> 200
           POST /imports?name=meta.csv file meta.csv                                -> 201 meta
           POST /imports/{meta.import.id}/run                                       -> 201
           PUT  /campaigns/3 {"name": "Plants", "channel": 7, "starts_on": "2026-11-01"} -> 200
           POST /imports?name=crm.csv file crm.csv                                  -> 201 crm
           PUT  /imports/{crm.import.id} {"answers": {"currency": "USD"}}           -> 200
           POST /imports/{crm.import.id}/run                                        -> 201
           PUT  /campaigns/4 {"name": "Water days", "channel": 7, "starts_on": "2026-10-01"} -> 409 crm_owns_this
