// Pages work without this. A slider over days says the day that it stands on while it moves, and asks for that
// day's page when it rests; data-day-slider holds the day at its nought, as 2018-09-01.
const dayLength = 86_400_000
const restLength = 400
const inWords = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

function followSlider(slider) {
  const output = slider.form?.querySelector('output')
  const nought = Date.parse(slider.dataset.daySlider)
  let resting
  slider.addEventListener('input', () => {
    const words = Number.isNaN(nought) ? slider.value : inWords.format(nought + slider.value * dayLength)
    if (output) output.value = words
    slider.setAttribute('aria-valuetext', words)
  })
  // Every press of an arrow key is a change: only the last of a run asks for a page.
  slider.addEventListener('change', () => {
    clearTimeout(resting)
    resting = setTimeout(() => slider.form?.requestSubmit(), restLength)
  })
}

for (const slider of document.querySelectorAll('input[type="range"][data-day-slider]')) followSlider(slider)

// A button that copies what stands in a field; without a script the field itself can be marked and copied.
for (const press of document.querySelectorAll('button[data-copy]')) {
  const field = document.getElementById(press.dataset.copy)
  if (!field || !navigator.clipboard) continue
  press.hidden = false
  press.addEventListener('click', async () => {
    await navigator.clipboard.writeText(field.value)
    press.textContent = 'Copied'
  })
}

// Leaving a page at once: by its button, or by the Shift key three times in five seconds, as GOV.UK's does. The page goes
// white before the other site answers, and the way back does not lead here.
const exit = document.querySelector('.govuk-js-exit-this-page-button')
if (exit) {
  const within = 5000
  let presses = []
  const leave = () => {
    document.body.classList.add('govuk-exit-this-page-hide-content')
    location.replace(exit.href)
  }
  exit.addEventListener('click', event => {
    event.preventDefault()
    leave()
  })
  document.addEventListener('keyup', event => {
    const now = event.timeStamp
    presses = event.key === 'Shift' ? [...presses.filter(at => now - at < within), now] : []
    if (presses.length === 3) leave()
  })
}
