/** Reads a SurveyJS file; null when it is not one JSON object. */
export async function readSurveyFile(file: File): Promise<Record<string, unknown> | null> {
  try {
    const read: unknown = JSON.parse(await file.text());
    return read !== null && typeof read === 'object' && !Array.isArray(read) ? { ...read } : null;
  } catch {
    return null;
  }
}
