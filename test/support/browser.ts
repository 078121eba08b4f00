import type { Answer, CallOptions } from './api.ts';

type Call = (line: string, options?: CallOptions) => Promise<Answer>;

/** A caller that keeps cookies as a browser does. */
export function browser(call: Call, jar = new Map<string, string>()) {
  const ask = async (line: string, { headers = {}, ...rest }: CallOptions = {}): Promise<Answer> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await call(line, { ...rest, headers: { cookie, ...headers } });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      if (value === '' || /max-age=0\b/i.test(set)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  return { ask, jar };
}
