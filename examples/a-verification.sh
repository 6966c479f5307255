#!/bin/sh
# One in-branch verification from creation to deletion, with curl. The first argument is the server's address.
set -eu
server=${1:-http://127.0.0.1:9684}

api=$server/idverify/v1
id=$(curl -s $api/sessions -d '{"user_tracking_id": "scenario:wrong-document", "required_documents": [{"type": "ID_DOCUMENT"}],
  "requested_checks": [{"type": "IBV_VISUAL_REVIEW_CHECK", "config": {"manual_check": "IBV"}}]}' | sed 's/.*session_id":"//; s/".*//')
requirement=$(curl -s $api/sessions/$id/configuration | sed 's/.*"type":"ID_DOCUMENT","id":"//; s/".*//')
curl -s -X PUT $api/sessions/$id/instructions -d '{"branch": {"type": "UK_POST_OFFICE", "fad_code": "1010034"},
  "contact_profile": {"first_name": "Ada", "last_name": "Lovelace", "email": "ada@example.com"}, "documents": [{"requirement_id":
  "'$requirement'", "document": {"type": "ID_DOCUMENT", "country_code": "GBR", "document_type": "PASSPORT"}}]}'
curl -s $api/sessions/$id/instructions/pdf | head -c 8; echo                # the letter
curl -s -X POST $server/__mock/sessions/$id/visit -d '{}' -o /dev/null      # now, not in three seconds
curl -s $api/sessions/$id | grep -oE '"(state|document_type)":"[A-Z_]+"'    # a licence was brought, and refused
curl -s $server/__mock/clock/advance -d '{"by": "PT10M"}' -o /dev/null    # to its deadline
curl -s $api/sessions/$id | grep -oE '"state":"[A-Z]+"'
curl -s -X DELETE $api/sessions/$id -w '%{http_code}\n'
