//! Spanish.

use super::Tongue;

#[rustfmt::skip]
pub(super) const WORDS: Tongue = Tongue {
    status: "error|errores|código|codigo|códigos|codigos|respuesta|respuestas|estado|estados|status|httpcode|estatus|mensaje",
    came: "devolvió|devolvio|devuelve|devuelven|devolviendo|devolver|respondió|respondio|responde|responden|respondiendo|respondido|devuelto|retorna|retornó|retornado|recibe|reciben|recibimos|recibieron|recibió|recibo|obtiene|obtienen|obtenemos|obtuvo|da|dan|dio|dando|arroja|arrojó|muestra|lanza|envía|envió|contestó|contesta|sale|aparece|marca|llegó|vemos|ve",
    received: "recibido|recibida|obtenido|recibió|obtuvo",
    between: "el|la|los|las|del|de|con|es|fue|servidor|tienda|una|un|su|nuestra|nuestro|sus|mi|tu|en|por|http|que|siempre|solo|sólo|nos|les|y|al|a|se|sitio|web|\
        comercio|lo|ahora|como|inesperado|inválido|e|me|le|han|ha|hemos|siguiente|frecuentemente|constantemente|continuamente|normalmente",
    goes_on: "cuando|si|en|para|a|al|de|del|desde|y|pero|cada|porque|que|así|después|otra|por|o|con|mientras|tras|durante|no|todo|todas|siempre|ante|como|aunque|hasta|a|es|hacia|veces",
    not: "no|sin|nunca|en lugar de|en lugar del|en vez de|distinto de|distinto a|distinta de|distinta a|diferente de|diferente a|diferente al|esperado|esperaba|esperaban|esperábamos|esperada|espera|se espera|que no sea|salvo|excepto|debe ser|debe devolver|debe responder|debe responder con|requiere|exige|solo acepta|solo aceptamos|entre|ni|devolver un|responder con|válida",
    wanted: "esperado|requerido|necesario|esperada|requerida|exigido",
    units: "segundos|segundo|minutos|minuto|horas|hora|días|dias|día|semanas|veces|pedidos|pedido|intentos|solicitudes|peticiones|euros|euro|dólares|pesos|clientes|visitas|visitantes|productos|pagos|eventos|por|porciento|líneas|mensajes|notificaciones|páginas",
    named: "pedido|pedidos|orden|factura|cliente|línea|ticket|caso|teléfono|tel|tfno|producto|n|nº|no|núm|número|numero|versión|habitación|calle|referencia",
    payment: "tarjeta|tarjetas|pago|pagos|pagado|banco|bancario",
    http: "servidor*|tienda|sitio|web|dirección|estado|petición|url|hosting|pasarela*|proveedor*",
    call: "notificación|notificaciones|notificacion|llamada|llamadas|webhook*|callback*|aviso|avisos|ipn|url de notificación|url de respuesta|confirmación|retorno|notificar|entrega|entregas|retrollamada|devolución de llamada|notificación online|endpoint",
    failure: "falló|fallo|fallido|fallida|fallidos|fallidas|ha fallado|han fallado|fallan|falla|fallaron|fallando|no se pudo|no pudo|no se ha podido|no se pueden|\
        no pudimos|no hemos podido|no podemos|no puede|rechazado|rechazada|rechazadas|rechazados|incorrecto|desactivado|desactivada|deshabilitado|\
        deshabilitada|no pudo ser|no entregado|no entregada|error|errores|problema|problemas|no funciona|no funcionan|interrumpido|inválido|inválida|\
        sin éxito|pendientes|denegado|denegada|imposible|no consigue|no consiguen|no logra|no logran|no logramos|no pueden|no llega|no llegan",
    success: "éxito|exitoso|exitosa|entregado|entregada|correcto|correcta|aceptado|aceptada|completado",
    redirect: "redirección|redirecciones|redirigido|redirigida|redirige|redirigió|redirigen|redireccionamiento*|redirecciona|redireccionado|reenvía a|movido permanentemente|redireccion",
    reasons: &[
        ("acceso denegado", 403), ("acceso prohibido", 403), ("prohibido", 403), ("error interno del servidor", 500), ("error interno de servidor", 500), ("página no encontrada", 404), ("pagina no encontrada", 404), ("no encontrado", 404), ("no encontrada", 404),
        ("servicio no disponible", 503), ("servicio temporalmente no disponible", 503), ("demasiadas solicitudes", 429), ("demasiadas peticiones", 429), ("no autorizado", 401), ("método no permitido", 405), ("metodo no permitido", 405), ("solicitud incorrecta", 400), ("petición incorrecta", 400), ("solicitud inválida", 400),
        ("puerta de enlace incorrecta", 502), ("puerta de enlace no válida", 502), ("movido permanentemente", 301),
    ],
    dns: "no se pudo resolver|resolver el host|resolver el nombre|resolver el dominio|resolver la dirección|resolución de nombres|resolución dns|error dns|\
        error de dns|host desconocido|dominio no encontrado|servidor no encontrado|host no encontrado|no se resuelve|no se encontró el servidor|\
        no se encuentra el dominio|no se encontró el dominio",
    host: "nombre de host|nombre del host|nombre del servidor|nombre de dominio",
    refused: "conexión rechazada|conexión rehusada|conexión denegada|rechazó la conexión|ha rechazado la conexión|rechaza la conexión|conexión fue rechazada|conexion rechazada|conexión ha sido rechazada|denegó la conexión",
    reset: "conexión restablecida|conexión reiniciada|conexión cerrada|conexión fue cerrada|conexión interrumpida|conexión fue interrumpida|conexión se interrumpió|conexión cortada|conexión se cortó|cerró la conexión|cortó la conexión|respuesta vacía|conexión se ha restablecido|interrumpió la conexión|conexión abortada",
    timeout: "tiempo de espera|tiempo agotado|tiempo límite|tardó demasiado|tarda demasiado|demasiado tiempo|tiempo excedido|tiempo máximo|agotó el tiempo|\
        se agotó el|no respondió en|no respondió dentro|expiró el tiempo|límite de tiempo|no responde en|respondió a tiempo|responde a tiempo|\
        respondido a tiempo",
    unreached: "sin respuesta|no responde|no respondió|no respondio|no ha respondido|no contesta|no hay respuesta|no hubo respuesta|ninguna respuesta|\
        no recibimos respuesta|no hemos recibido respuesta|no se pudo conectar|no se puede conectar|no podemos conectar|no pudimos conectar|\
        no hemos podido conectar|no conecta|inaccesible|inalcanzable|no accesible|no es accesible|no pudimos contactar|no se pudo contactar|\
        no se puede contactar|error de conexión|fallo de conexión|no se pudo establecer|no se ha podido conectar|no alcanzable|no se puede acceder|\
        no se pudo acceder|sin conexión|no logramos conectar|no está disponible desde",
    connection: "conexión|conexion*|conectar|conectarse|contactar",
    refuses: "rechaz*|rehus*|deneg*",
    breaks: "cerrada|interrumpida|restablecida|reiniciada|cortada|interrumpió|cortó|cerró",
    tls: "certificado|certificados|certificado ssl|error ssl|error tls|conexión segura|negociación|cadena de certificados|conexión ssl|certificado*",
    tls_faults: "caducado|caducó|ha caducado|vencido|venció|expirado|expiró|inválido|no válido|no es válido|no coincide|no confiable|no es de confianza|no de confianza|autofirmado|falta|incompleta|incompleto|obsoleto|no verificado|no se pudo verificar|no soportado|no compatible|no admitido|falló",
    body: "respuesta|contenido|cuerpo|mensaje|texto",
    stopped: "bloqueado|bloqueada|bloqueadas|bloqueados|bloquea|bloquean|bloqueó|vetado|baneado|bloqueo|bloqueando",
    stoppers: "cortafuegos|firewall|plugin de seguridad|bloqueo por país",
    shop: "sitio|tienda|nuestra tienda|web|página web|dominio|sitio web",
    unfit: "firma inválida|firma no válida|firma incorrecta|firma no coincide|firma errónea|la firma no|verificación de la firma|verificación de firma|\
        hash inválido|hash incorrecto|pedido no encontrado|no se encontró el pedido|pedido no existe|pedido desconocido|no existe el pedido|\
        orden no encontrada|no se encuentra el pedido|suma de verificación incorrecta|checksum incorrecto|checksum no coincide",
    unaddressed: "ninguna url de notificación|no hay url de notificación|no hay ningún webhook|sin url de notificación|falta la url de notificación|debe usar https|\
        debe empezar por https|debe comenzar con https",
    code_column: "código http|codigo http|código de respuesta|codigo de respuesta|código de estado|estado http|código|codigo|respuesta|código de error|respuesta http|último código|código respuesta|resultado http|estatus http|código estado",
};
