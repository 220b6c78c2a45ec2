// A network with a delay: whatever a server says arrives later.

import { once } from "node:events";
import { connect, createServer } from "node:net";

/**
 * Leads a port to another one of this machine; every byte of the answers takes `milliseconds` longer.
 * @param {number} port
 * @param {number} milliseconds
 */
export async function delayed(port, milliseconds) {
  const open = new Set();
  const server = createServer((client) => {
    const shop = connect(port, "127.0.0.1");
    for (const [socket, other] of [[client, shop], [shop, client]]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on("error", () => other.destroy());
      socket.on("close", () => open.delete(socket));
    }
    client.pipe(shop);
    const later = (act) => (milliseconds === 0 ? act() : setTimeout(act, milliseconds));
    shop.on("data", (chunk) => later(() => client.write(chunk)));
    shop.on("end", () => later(() => client.end()));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const hangUp = () => open.forEach((socket) => socket.destroy());
  return {
    port: server.address().port,
    /** Ends every connection, so that the next request opens one. */
    hangUp,
    stop() {
      server.close();
      hangUp();
    },
  };
}
