/** Whether a team manager and a service manager both signed. */
export const bothSigned = (signed: readonly string[] = []): boolean =>
  signed.includes('team-manager') && signed.includes('service-manager')
