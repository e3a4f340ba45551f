import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'
import { dayInWords } from '../calendar/words.ts'
import type { Letter, LetterPart } from './letter.ts'

/** In half points: 12 for reading easily. */
const size = 24

const line = (text: string): Paragraph => new Paragraph({ children: [new TextRun({ text, size })] })
const block = (text: string): Paragraph =>
  new Paragraph({ spacing: { after: 160 }, children: [new TextRun({ text, size })] })
const heading = (text: string): Paragraph =>
  new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun({ text, size, bold: true })] })

const part = ({ heading: title, says }: LetterPart): readonly Paragraph[] => [
  ...(title === undefined ? [] : [heading(title)]),
  ...says.map(block),
]

const paragraphs = ({ from, to, day, about, greeting, parts, ending }: Letter): Paragraph[] => [
  ...from.map(line),
  line(''),
  ...to.map(line),
  line(''),
  block(dayInWords(day)),
  heading(about),
  block(greeting),
  ...parts.flatMap(part),
  line(''),
  ...ending.map(block),
]

/**
 * A letter as a document that a secretary can open and change (Office Open XML). It holds no author, no name and no words
 * beyond those of the letter: what a program notes of a file by itself goes to the reader too.
 */
export const letterAsDocument = async (letter: Letter): Promise<Uint8Array> => {
  const document = new Document({
    ...{ creator: 'Holdfast', title: 'Letter', description: '', lastModifiedBy: 'Holdfast' },
    sections: [{ children: paragraphs(letter) }],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
