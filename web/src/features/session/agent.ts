// A browser's own long name, as people know it.

export function known(agent: string): { browser: string | undefined; system: string | undefined } {
  const pick = (pairs: [RegExp, string][]) => pairs.find(([pattern]) => pattern.test(agent))?.[1]
  return {
    browser: pick([[/MicroMessenger/, 'wechat'], [/Edg\//, 'Edge'], [/OPR\//, 'Opera'], [/Firefox\//, 'Firefox'], [/Chrome\//, 'Chrome'], [/Safari\//, 'Safari'], [/curl/, 'curl']]),
    system: pick([[/HarmonyOS/, 'HarmonyOS'], [/Android/, 'Android'], [/iPhone|iPad/, 'iOS'], [/Windows/, 'Windows'], [/Mac OS/, 'macOS'], [/Linux/, 'Linux']]),
  }
}
