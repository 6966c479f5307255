// Kept states that cost most: each list as long as a megabyte holds.
const stateLists = ['applications', 'responses', 'nextSessions', 'faults', 'scenarioCounts', 'sessions', 'handedOut']
const emptyState = {
  ...{ format: '1', takenAt: '1770000000000', clocks: '{"shared":{"aheadMs":0},"own":[]}' },
  ...Object.fromEntries([...stateLists, 'deliveries', 'holds', 'providerStates', 'tokens'].map((name) => [name, '[]'])),
}
const waiting =
  '{"id":1,"sessionId":"a","topic":"session_completion","dueAt":1,"endpoint":"http://127.0.0.1:9/","headers":{},"body":{"session_id":"a","topic":"session_completion"},"status":"held","attempts":[]}'
const session =
  '{"id":"a","scenario":{"id":"x"},"clientSessionToken":"x","createdAt":1,"deadline":1,"resourcesTtl":1,"request":{},"announcedFaces":[],"deletedMedia":[],"devicesDeleted":false,"events":[]}'

export const stateCases = ({ list, put, megabyte }) => {
  /** A kept state; its parts are JSON. */
  const putState = (parts) =>
    put(
      '/__mock/state',
      `{${Object.entries({ ...emptyState, ...parts })
        .map(([name, json]) => `"${name}":${json}`)
        .join()}}`,
    )
  return {
    'a state of many choices': putState({ nextSessions: list('{"scenario":"all-approve","times":1}') }),
    'a state of unknown choices': putState({ nextSessions: list('{"scenario":"none","times":1}') }),
    'a state of unknown scenarios': putState({ applications: list('{"sdkId":"a","keys":[],"scenario":"none"}') }),
    'a state of keys': putState({ applications: `[{"sdkId":"a","keys":${list('"x"', 5_000)}}]` }),
    'a state of what waits': putState({ holds: '[{}]', deliveries: list(waiting) }),
    'a state of holds': putState({
      holds: list('{"sdkId":"a"}', megabyte / 2),
      deliveries: list(waiting, megabyte / 2),
    }),
    'a state of sessions': putState({ sessions: list(session) }),
    'a state of clocks': putState({ clocks: `{"shared":{"aheadMs":0},"own":${list('{"sdkId":"a","aheadMs":1}')}}` }),
    'a state of counts': putState({
      scenarioCounts: list('{"call":{"operation":"getSession"},"scenario":"x","rules":[]}'),
    }),
    'a state of what was handed out': putState({ handedOut: list('{"sessionId":"a","keys":[]}') }),
    'no state': { path: '/__mock/reset', init: { method: 'POST' } },
  }
}
