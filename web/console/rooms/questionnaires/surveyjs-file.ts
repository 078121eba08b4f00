/** A questionnaire of 60 questions in 16 languages is under half a megabyte; the server takes 2 MB. */
const mostBytes = 2_000_000;
export const mostMegabytes = mostBytes / 1_000_000;

/** What was in a file, or why it cannot be read. */
export type ReadFile = { surveyjs: Record<string, unknown> } | { unread: 'not_json' | 'too_large' };

/** Reads a SurveyJS file: one JSON object. */
export async function readSurveyFile(file: File): Promise<ReadFile> {
  if (file.size > mostBytes) return { unread: 'too_large' };
  try {
    const read: unknown = JSON.parse(await file.text());
    return read !== null && typeof read === 'object' && !Array.isArray(read)
      ? { surveyjs: { ...read } }
      : { unread: 'not_json' };
  } catch {
    return { unread: 'not_json' };
  }
}
