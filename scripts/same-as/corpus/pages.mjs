// The user view: the pages of a person at home and of the clerk, and their forms.

import { atHome, everything, inBranch } from '../../requests/orders.mjs'
import { callsOf } from './calls.mjs'

const bases = ['', '/idverify/v1', '/sandbox/idverify/v1', '/scenario/all-approve/idverify/v1']

export const replayPages = async (pair) => {
  const calls = callsOf(pair)
  calls.begin('pages')
  const press = (url, fields) =>
    calls.call('POST', url, new URLSearchParams(fields).toString(), {
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    })
  const open = async (order, base = '') => {
    const session = await calls.create(order)
    return { session, url: `${base}/web/index.html?sessionID=${session.id}&sessionToken=${session.token}` }
  }
  for (const base of bases)
    for (const order of [atHome(), everything(), inBranch()]) {
      const { session, url } = await open(order, base)
      await calls.call('GET', url)
      await calls.instruct(session)
      await calls.call('GET', url)
      for (const fields of [
        { action: 'cancel', code: '4000' },
        { action: 'cancel', code: '<script>' },
        { action: 'complete', scenario: 'invalid-dokument-rejected' },
        { action: 'scan-letter' },
        { action: 'capture-document', document: '1' },
        { action: 'capture-face' },
        { action: 'dance' },
        {},
        { action: 'complete', scenario: 'invalid-document-rejected' },
        { action: 'complete' },
      ]) {
        await press(url, fields)
        await calls.call('GET', url)
      }
      await calls.inspect(session)
    }
  for (const success_url of [
    'javascript:alert(1)',
    '//evil.example',
    'nonsense',
    'https://shop.example/done?order=7',
  ]) {
    const { url } = await open(atHome({ sdk_config: { success_url, error_url: success_url } }))
    await press(url, { action: 'cancel' })
    await press(url, { action: 'complete' })
  }
  const { session, url } = await open(inBranch())
  await calls.instruct(session)
  await press(url, { action: 'refuse', reason: 'not the person' })
  await calls.call('GET', url)
  for (const query of [
    '',
    '?sessionID=nobody',
    '?sessionID=all-approve&sessionToken=x',
    `?sessionID=${session.id}&sessionToken=wrong`,
  ])
    await calls.call('GET', `/web/index.html${query}`)
  for (const method of ['PUT', 'DELETE', 'HEAD', 'OPTIONS']) await calls.call(method, url)
  await calls.finish()
}
