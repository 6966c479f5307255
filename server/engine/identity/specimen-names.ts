import { tableOf } from '../../base/table.js'
import { createSeeded } from './seeded.js'

/** Whom a named session is about. */
export type SpecimenName = {
  readonly given_names: string
  readonly family_name: string
  readonly gender: 'MALE' | 'FEMALE'
}

type Names = {
  readonly FEMALE: readonly [string, ...string[]]
  readonly MALE: readonly [string, ...string[]]
  readonly family: readonly [string, ...string[]]
}

const british: Names = {
  FEMALE: ['Charlotte Anne', 'Priya Meera', 'Olivia Rose', 'Grace Eleanor', 'Amara Joy', 'Hannah Louise', 'Megan Sian'],
  MALE: ['Thomas Edward', 'Oliver James', 'Imran Yusuf', 'George Henry', 'Daniel Kwame', 'Callum Ross', 'Rhys Owen'],
  family: [
    'Atkinson',
    'Bennett',
    'Chandra',
    'Davies',
    'Fletcher',
    'Hughes',
    'Mackenzie',
    'Okafor',
    'Patel',
    'Whitaker',
  ],
}
const german: Names = {
  FEMALE: ['Anna Sophie', 'Lena Marie'],
  MALE: ['Jörg Matthias', 'Lukas Paul'],
  family: ['Bäcker', 'Hoffmann', 'Schäfer', 'Vogel'],
}

/** By nationality; others have British names. */
const names: Readonly<Record<string, Names>> = tableOf({
  AUT: german,
  DEU: german,
  ESP: {
    FEMALE: ['Lucía Elena', 'María José'],
    MALE: ['Álvaro Luis', 'Javier Andrés'],
    family: ['Castro Núñez', 'Iglesias Ruiz', 'Peña Molina'],
  },
  FRA: {
    FEMALE: ['Chloé Marguerite', 'Élise Camille'],
    MALE: ['Rémi Antoine', 'Hugo Laurent'],
    family: ['Bertrand', 'Lefèvre', 'Marchand'],
  },
  NLD: {
    FEMALE: ['Sanne Maria', 'Femke Elisabeth'],
    MALE: ['Daan Willem', 'Jeroen Pieter'],
    family: ['Bakker', 'De Vries', 'Van den Berg'],
  },
  POL: {
    FEMALE: ['Zofia Anna', 'Małgorzata Ewa'],
    MALE: ['Łukasz Jan', 'Piotr Adam'],
    family: ['Dąbrowski', 'Nowak', 'Wójcik'],
  },
})

/** The name of a named session's person: the same for the same scenario, on every server. */
export const specimenName = (scenarioId: string, nationality: string): SpecimenName => {
  const seeded = createSeeded(`specimen/${scenarioId}`)
  const of = names[nationality] ?? british
  const gender = seeded.pick(['FEMALE', 'MALE'])
  return { given_names: seeded.pick(of[gender]), family_name: seeded.pick(of.family), gender }
}
