// Who asks: signatures that are right and wrong, tokens, and what each policy makes of them.
import { constants, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { atHome } from '../../requests/orders.mjs'
import { demoId } from '../../requests/sign.mjs'
import { api, callsOf } from './calls.mjs'

const instant = Date.parse('2026-03-04T12:00:00Z') / 1000
const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = (key, type) => key.export({ format: 'pem', type })

const base64 = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A JWT with a signature of 48 bytes of salt, as PS384 has it. */
const assertionOf = (key, claims, alg = 'PS384') => {
  const text = `${base64({ alg, typ: 'JWT' })}.${base64(claims)}`
  const options = { key: createPrivateKey(key), padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }
  return `${text}.${sign('sha384', Buffer.from(text), options).toString('base64url')}`
}

const claimsOf = (more = {}) => ({
  iss: `sdk:${demoId}`,
  sub: `sdk:${demoId}`,
  jti: 'a0f7f1f1-52ab-4a52-8f36-5f1d2c3b4a59',
  aud: 'http://127.0.0.1:9684/v1/oauth/token',
  iat: instant,
  exp: instant + 300,
  ...more,
})

const askForTokens = async (calls, key) => {
  const ask = (form, more) =>
    calls.call('POST', '/v1/oauth/token', new URLSearchParams(form).toString(), {
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      ...more,
    })
  const form = (assertion) => ({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    scope: 'idv',
    client_assertion: assertion,
  })
  const good = assertionOf(key, claimsOf())
  const { json } = await ask(form(good))
  for (const claims of [
    { aud: ['https://auth.api.yoti.com/v1/oauth/token'] },
    { exp: instant - 1 },
    { exp: instant + 99_999 },
    { jti: 'short' },
    { iss: 'x' },
    { sub: 'sdk:nobody', iss: 'sdk:nobody' },
    { aud: 'https://elsewhere.example' },
  ])
    await ask(form(assertionOf(key, claimsOf(claims))))
  await ask(form(assertionOf(pem(other.privateKey, 'pkcs8'), claimsOf())))
  await ask(form(assertionOf(key, claimsOf(), 'RS256')))
  await ask(form('not.a.jwt'))
  await ask({ ...form(good), grant_type: 'password' })
  await ask({})
  await calls.call('GET', '/v1/oauth/token')
  await calls.call('POST', '/v1/oauth/token', '{}', { headers: { 'Content-Type': 'application/json' } })
  return json.access_token
}

const variantsOf = (key, method, path, body) => {
  const below = path.replace(api, '')
  const encoded = body === undefined ? '' : `&${Buffer.from(body).toString('base64')}`
  return [
    {},
    { key },
    { key: pem(other.privateKey, 'pkcs8') },
    { key, signs: `${method}&${path}${encoded}` },
    { key, signs: `${method.toLowerCase()}&${below}${encoded}` },
    { key, signs: `${method}&${below}` },
    { key, signs: `${method}&${below.split('?')[0]}${encoded}` },
    { key, signs: `${method}&${below}${encoded}&` },
    { headers: { 'X-Yoti-Auth-Digest': 'bm9uc2Vuc2U=' } },
    { headers: { 'X-Yoti-Auth-Digest': '' } },
    { headers: { Authorization: 'Bearer nobody-issued-this' } },
    { headers: { 'X-Yoti-Auth-Token': 'another' } },
  ]
}

export const replaySignatures = async (pair, { key }) => {
  const calls = callsOf(pair)
  const nonce = (nth) => `nonce=1b671a64-40d5-491e-99b0-${String(nth).padStart(12, '0')}&timestamp=1772625600000`
  for (const policy of ['lenient', 'strict', 'off']) {
    calls.begin(`signatures ${policy}`)
    await calls.control('PUT', `/applications/${demoId}`, { signatures: policy })
    await calls.control('PUT', `/applications/of-policy`, {
      signatures: policy,
      public_key: pem(other.publicKey, 'spki'),
    })
    let nth = 0
    for (const who of [`sdkId=${demoId}&`, `sdkID=${demoId}&`, 'sdkId=unknown&', 'sdkId=of-policy&', '']) {
      const order = JSON.stringify(atHome())
      for (const variant of variantsOf(key, 'POST', `${api}/sessions?${who}${nonce(0)}`, order)) {
        nth += 1
        const query = `${who}${nonce(nth)}`
        const signs = variant.signs?.replace(nonce(0), nonce(nth))
        await calls.call('POST', `${api}/sessions?${query}`, order, { ...variant, signs })
      }
      for (const path of ['/sessions/all-approve', '/sessions/instructions-set/configuration', '/supported-documents'])
        for (const variant of variantsOf(key, 'GET', `${api}${path}?${who}${nonce(0)}`))
          await calls.call('GET', `${api}${path}?${who}${nonce(0)}`, undefined, variant)
    }
    const access = await askForTokens(calls, key)
    const bearer = { headers: { Authorization: `Bearer ${access}` } }
    const session = await calls.create(atHome(), bearer)
    for (const more of [
      bearer,
      { headers: { 'X-Yoti-Auth-Token': session.token } },
      { headers: { 'X-Yoti-Auth-Token': 'x' } },
      {},
    ])
      for (const path of ['', '/configuration', '/instructions/pdf'])
        await calls.call('GET', `${session.path}${path}`, undefined, more)
    await calls.call('GET', `${session.path}?sdkId=unknown`)
    await calls.advance('PT46M')
    await calls.call('GET', session.path, undefined, bearer)
    await calls.finish()
  }
  await calls.control('PUT', `/applications/${demoId}`, { signatures: 'lenient' })
}
