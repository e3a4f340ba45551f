/**
 * Words that passwords are made of again and again, in lower case and letters alone. A password that is one of them
 * with digits or signs around it is among the first that anybody tries (NIST SP 800-63B, 3.1.1.2: common passwords,
 * words of the service's own name and field).
 */
export const wellKnown: ReadonlySet<string> = new Set(
  `password passphrase passcode pass secret secretpassword mypassword newpassword password letmein letmeinnow letmeinplease
  welcome welcometo welcomehome welcomeback admin administrator adminadmin root superuser login logmein signin signmein
  changeme changemenow changeit pleasechangeme default temporary temppassword temp test testing tester testtest guest user
  username unknown hello hellothere helloworld goodmorning iloveyou iloveyousomuch iloveu loveyou lovely ilovemychildren
  iloveme princess sunshine superman superstar batman spiderman ironman pokemon starwars harrypotter naruto minecraft
  football baseball basketball cricket rugby footballclub manchester manchesterunited manchestercity manunited manutd
  mancity liverpool liverpoolfc youllneverwalkalone chelsea chelseafc arsenal arsenalfc tottenham tottenhamhotspur everton
  newcastle newcastleunited leeds leedsunited westham westhamunited astonvilla celtic rangers england scotland wales
  london birmingham bristol blackpool unitedkingdom greatbritain
  dragon monkey tigger butterfly chocolate cheese cookie banana blink charlie charlotte jessica jordan michael michelle
  daniel danielle thomas ashley jennifer andrew matthew hannah samantha george oliver elizabeth william victoria
  mother mummy daddy mumanddad family myfamily children mychildren babygirl baby
  january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter christmas merrychristmas easter
  computer internet microsoft windows office google facebook access master mustang shadow trustno trustnoone whatever
  nothing freedom forever fuckyou fuckoff bollocks
  qwerty qwertyuiop qwertyqwerty azerty asdfgh asdfghjkl zxcvbnm qazwsx qazwsxedc
  holdfast safeguarding safeguardingteam safeguardingchildren socialwork socialworker socialcare socialservices
  childrensservices childrenssocialcare childprotection healthvisitor healthvisiting schoolnurse midwife midwifery nurse
  doctor hospital surgery police probation council countycouncil citycouncil nhs nhspassword nationalhealthservice
  teammanager correcthorsebatterystaple correcthorse`.split(/\s+/u),
)
