/** The same response, and `done` when its body has been read to the end, was cancelled or failed: a body may be made while it is sent. */
export function afterBody(response: Response, done: () => void): Response {
  if (response.body === null) {
    done();
    return response;
  }
  return new Response(watched(response.body.getReader(), done), response);
}

const watched = (reader: ReadableStreamDefaultReader<Uint8Array>, done: () => void) =>
  new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const piece = await reader.read();
        if (!piece.done) return controller.enqueue(piece.value);
        controller.close();
      } catch (error) {
        controller.error(error);
      }
      done();
    },
    async cancel(reason) {
      await reader.cancel(reason).finally(done);
    },
  });
