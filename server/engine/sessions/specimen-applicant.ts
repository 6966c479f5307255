import type { Schema } from '../../openapi/schema.js'
import { nationalityFor, type SpecimenName, specimenName, toLatin } from '../identity/index.js'
import type { SessionRequest } from '../model/session.js'
import type { Scenario, ScenarioApplicant } from '../scenarios/scenario.js'

type Applicant = Exclude<ScenarioApplicant, string>

/** Whom a named session is about: the specimen of its scenario, with what the scenario fixes. */
export const specimenApplicant = (
  { id, applicant }: Pick<Scenario, 'id' | 'applicant'>,
  { requirements }: SessionRequest,
): Applicant => {
  const nationality = nationalityFor(requirements.flatMap(({ accepted: [first] }) => first ?? []))
  const specimen: SpecimenName = specimenName(id, nationality)
  if (typeof applicant !== 'object') return specimen
  // A fixed full name is split where the person's names are made.
  const { given_names: _given, family_name: _family, ...rest } = specimen
  return applicant.full_name === undefined ? { ...specimen, ...applicant } : { ...rest, ...applicant }
}

const letters = (text: string) =>
  toLatin(text)
    .toLowerCase()
    .replace(/[^a-z]/g, '')

/** The contact of a named session's letter: its own person. */
export const contactOf = ({ given_names, family_name, full_name = '' }: Applicant): Schema<'ContactProfile'> => {
  const words = full_name.split(' ')
  const given = given_names ?? words.slice(0, -1).join(' ')
  const family = family_name ?? words.at(-1) ?? ''
  // Somebody with a single name writes it in both fields.
  const [first_name, last_name] = [given || family, family || given]
  const address = [letters(first_name), letters(last_name)].filter(Boolean).join('.')
  return { first_name, last_name, email: `${address || 'applicant'}@example.com` }
}
