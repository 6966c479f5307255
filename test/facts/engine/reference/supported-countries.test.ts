import { expect, test } from 'vitest'
import { isDocumentCountry } from '../../../../server/engine/reference/supported-documents.js'

// Yoti's answer of 2024-09-02, kept in opg-paper-identity: with Guam and the Northern Mariana Islands, without Aruba and Åland.
test('scenarios can name the countries whose documents Yoti takes', () => {
  expect(['GBR', 'GUM', 'IMN', 'MNP', 'XKX', 'ZWE'].every(isDocumentCountry)).toBe(true)
  expect(['ABW', 'ALA', 'ESH', 'GB', 'gbr', '', 'UTO'].some(isDocumentCountry)).toBe(false)
})
