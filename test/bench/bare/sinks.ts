import { createServer as createHttp } from 'node:http';
import { createServer, type Socket } from 'node:net';

// A mail server and a Twilio that take everything as fast as can be and keep nothing. Prints their ports. A Twilio that cannot keep up would measure itself.

const words: Readonly<Record<string, string>> = {
  EHLO: '250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n',
  MAIL: '250 2.1.0 ok\r\n',
  RCPT: '250 2.1.5 ok\r\n',
  DATA: '354 go on\r\n',
  RSET: '250 2.0.0 ok\r\n',
  QUIT: '221 2.0.0 bye\r\n',
};

function take(socket: Socket): void {
  let held = '';
  let inData = false;
  socket.setNoDelay(true);
  socket.on('error', () => {});
  socket.write('220 sink ESMTP\r\n');
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    held += chunk;
    for (;;) {
      const end = held.indexOf(inData ? '\r\n.\r\n' : '\r\n');
      if (end < 0) break;
      const line = held.slice(0, end);
      held = held.slice(end + (inData ? 5 : 2));
      if (inData) socket.write('250 2.0.0 taken\r\n');
      else socket.write(words[line.slice(0, 4).toUpperCase()] ?? '500 5.5.1 what\r\n');
      inData = !inData && line.slice(0, 4).toUpperCase() === 'DATA';
    }
    if (inData && held.length > 4) held = held.slice(-4).padStart(4);
  });
}

let texts = 0;
const answer = () => {
  texts += 1;
  return JSON.stringify({ sid: `SM${texts.toString(16).padStart(32, '0')}`, status: 'queued', error_code: null });
};

const mail = createServer(take).listen(0, '127.0.0.1', () => {
  const http = createHttp((request, response) => {
    request.resume();
    request.on('end', () => {
      const asks = request.method === 'GET';
      response.writeHead(asks ? 200 : 201, { 'content-type': 'application/json' });
      response.end(asks ? '{"messages":[],"page":0,"page_size":1000,"next_page_uri":null}' : answer());
    });
  }).listen(0, '127.0.0.1', () => {
    const port = (server: { address(): unknown }) => (server.address() as { port: number }).port;
    console.log(JSON.stringify({ mail: port(mail), texts: port(http) }));
  });
});
