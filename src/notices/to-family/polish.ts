import { partsOf, weekday } from '../../calendar/day.ts'
import { isoMoment } from '../../calendar/moment.ts'
import type { FamilyWords } from './words.ts'

const weekdays = ['poniedziałek', 'wtorek', 'środa', 'czwartek', 'piątek', 'sobota', 'niedziela']
const months = [
  'stycznia',
  'lutego',
  'marca',
  'kwietnia',
  'maja',
  'czerwca',
  'lipca',
  'sierpnia',
  'września',
  'października',
  'listopada',
  'grudnia',
]

/** The words for a family in Polish. They were not read by a native speaker yet. */
export const polish: FamilyWords = {
  day: day => {
    const { day: number, month } = partsOf(day)
    return `${weekdays[weekday(day) - 1]}, ${number} ${months[month - 1]}`
  },
  time: at => isoMoment(at).slice(11),
  calendar: { name: 'Wizyty', title: 'Wizyta' },
  message: {
    subject: 'Masz wiadomość',
    whole: ({ when, ring }) =>
      `Masz wizytę: ${when}. Jeśli ten termin Ci nie odpowiada, zadzwoń pod numer ${ring}: prośba o inny dzień to nie problem.`,
    bare: ring => `Masz wiadomość w sprawie wizyty. Zadzwoń pod numer ${ring} albo zajrzyj na swoją stronę.`,
    only: ring => `Masz wiadomość. Zadzwoń pod numer ${ring}.`,
  },
  sheet: {
    title: 'Najbliższe wizyty',
    when: 'Kiedy',
    whereTo: 'Dokąd',
    whoComes: 'Kto idzie z Tobą',
    arranged: 'Transport zamówiony',
    notArranged: 'Transport jeszcze niezamówiony: zadzwoń do nas',
    interpreter: 'Tłumacz zamówiony',
    own: 'Twoja własna wizyta',
    clash: 'Koliduje z inną wizytą',
    clashes: 'Jeśli dwie wizyty kolidują, to nasz błąd, nie Twój. Zadzwoń do nas: zapytamy poradnie.',
    later: count => `Później jeszcze: ${count}. Poproś nas o nową kartkę.`,
    nothing: 'Na razie nie ma żadnej wizyty.',
    bare: 'Są wizyty do omówienia. Zadzwoń do nas: nie zapisujemy ich tutaj.',
    ring: 'Do kogo dzwonić',
    toChange: 'Jeśli termin Ci nie odpowiada, zadzwoń do poradni albo do nas. Prośba o inny dzień to nie problem.',
    poorly: 'Jeśli dziecko jest chore',
    emergency: 'W nagłym wypadku: 999',
    unsure: 'Nie masz pewności, w dzień i w nocy: 111',
    made: day => `Kartka z dnia: ${day}. Terminy mogą się zmienić: poproś nas o nową kartkę.`,
  },
}
