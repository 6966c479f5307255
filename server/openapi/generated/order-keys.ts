// Made by scripts/generate.mjs from openapi.yaml. Do not edit.

import type { KnownKeys } from '../known-keys.js'

export const orderKeys: KnownKeys = {
  "client_session_token_ttl": null,
  "session_deadline": null,
  "resources_ttl": null,
  "user_tracking_id": null,
  "block_biometric_consent": null,
  "ibv_options": {
    "support": null,
    "required": null,
    "guidance_url": null,
    "user_price": {
      "amount": null,
      "currency": null
    }
  },
  "notifications": {
    "endpoint": null,
    "topics": [
      null
    ],
    "auth_token": null,
    "auth_type": null
  },
  "requested_checks": [
    {
      "type": null,
      "config": {
        "manual_check": null,
        "scheme": null,
        "liveness_type": null,
        "max_retries": null,
        "issuing_authority_sub_check": {
          "requested": null,
          "filter": {
            "type": null,
            "country_restriction": {
              "inclusion": null,
              "country_codes": [
                null
              ]
            },
            "type_restriction": {
              "inclusion": null,
              "document_types": [
                null
              ]
            },
            "inclusion": null,
            "documents": [
              {
                "country_codes": [
                  null
                ],
                "document_types": [
                  null
                ]
              }
            ],
            "allow_non_latin_documents": null,
            "allow_expired_documents": null,
            "allow_digital_ids": null,
            "allowed_providers": [
              {
                "name": null
              }
            ]
          }
        },
        "categories": [
          null
        ],
        "type": null,
        "remove_deceased": null,
        "share_url": null,
        "pool_id": null,
        "approval_criteria": null,
        "sources": {
          "type": null,
          "search_profile": null,
          "types": [
            null
          ]
        },
        "matching_strategy": {
          "type": null,
          "exact_match": null,
          "fuzziness": null
        },
        "api_key": null,
        "monitoring": null,
        "client_ref": null,
        "tags": null
      }
    }
  ],
  "requested_tasks": [
    {
      "type": null,
      "config": {
        "manual_check": null,
        "chip_data": null,
        "create_expanded_document_fields": null
      }
    }
  ],
  "required_documents": [
    {
      "type": null,
      "filter": {
        "type": null,
        "country_restriction": {
          "inclusion": null,
          "country_codes": [
            null
          ]
        },
        "type_restriction": {
          "inclusion": null,
          "document_types": [
            null
          ]
        },
        "inclusion": null,
        "documents": [
          {
            "country_codes": [
              null
            ],
            "document_types": [
              null
            ]
          }
        ],
        "allow_non_latin_documents": null,
        "allow_expired_documents": null,
        "allow_digital_ids": null,
        "allowed_providers": [
          {
            "name": null
          }
        ]
      },
      "objective": {
        "type": null,
        "config": null
      },
      "document_types": [
        null
      ],
      "country_codes": [
        null
      ]
    }
  ],
  "required_share_codes": [
    {
      "issuer": null,
      "scheme": null
    }
  ],
  "resources": {
    "applicant_profile": null
  },
  "applicant_profile": null,
  "sdk_config": null,
  "identity_profile_requirements": {
    "trust_framework": null,
    "scheme": {
      "type": null,
      "objective": null
    }
  },
  "advanced_identity_profile_requirements": {
    "profiles": [
      {
        "trust_framework": null,
        "schemes": [
          {
            "type": null,
            "objective": null,
            "label": null,
            "config": {
              "filter": {
                "type": null,
                "country_restriction": {
                  "inclusion": null,
                  "country_codes": [
                    null
                  ]
                },
                "type_restriction": {
                  "inclusion": null,
                  "document_types": [
                    null
                  ]
                },
                "inclusion": null,
                "documents": [
                  {
                    "country_codes": [
                      null
                    ],
                    "document_types": [
                      null
                    ]
                  }
                ],
                "allow_non_latin_documents": null,
                "allow_expired_documents": null,
                "allow_digital_ids": null,
                "allowed_providers": [
                  {
                    "name": null
                  }
                ]
              }
            }
          }
        ]
      }
    ]
  },
  "subject": {
    "subject_id": null
  },
  "create_identity_profile_preview": null,
  "import_token": {
    "ttl": null
  },
  "ephemeral_media": null
}
