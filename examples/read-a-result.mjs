// A relying business reads a result. Only the base URL differs from production.
//   node examples/read-a-result.mjs profile-mismatch http://127.0.0.1:9684/idverify/v1
import { readFileSync } from 'node:fs'
import yoti from 'yoti'

const apiUrl = process.argv[3] ?? 'http://127.0.0.1:9684/idverify/v1'
const key = readFileSync(new URL('../keys/demo-private-key.pem', import.meta.url), 'utf8')

const client = new yoti.IDVClient('3f6c1f4e-8a51-4b6c-9f0e-8d5f2c7a9684', key, { apiUrl })
const session = await client.getSession(process.argv[2] ?? 'all-approve')

const recommendations = session.getChecks().map((check) => check.getReport().getRecommendation().getValue())
console.log(session.getState(), recommendations.join(' '))
