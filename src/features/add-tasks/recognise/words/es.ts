import type { Words } from './concepts';

/** Spanish: the word that counts comes first (`número de tarea`). */
export const es: Words = {
  task: 'tarea',
  making: 'trabajo|generacion|operacion|prediccion',
  piece: 'pieza|creatividad|concepto',
  file: 'archivo|fichero|material',
  shot: 'plano|vineta|cuadro|encuadre',
  scene: 'escena|esc|secuencia|sec',
  take: 'toma',
  id: 'identificador',
  number: 'numero|num|codigo|cod',
  row: 'n o|fila',
  name: 'nombre|titulo|denominacion|etiqueta',
  client: 'cliente|marca|anunciante|razon social|cliente final|empresa',
  note: 'nota|observacion|observaciones|obs|comentario|anotacion|anotaciones|apunte|correccion|correcciones',
  key: 'clave|llave|credencial|credenciales',
  access: 'acceso|autenticacion',
  secret: 'secreta|secreto|privada',
  api: 'servicio',
  host: 'servidor|punto de acceso|pasarela|dominio|direccion base|url base',
  url: 'direccion',
  request: 'solicitud|peticion',
  origin: 'origen|fuente|original|padre|referencia',
  other:
    'pedido|factura|producto|articulo|cuenta|usuario|proyecto|campana|sesion|empleado|socio|presupuesto|contrato|envio|seguimiento|telefono|movil|albaran|ticket|reunion|dispositivo|expediente|orden|compra|pago|transferencia|cotizacion',
  password: 'contrasena|pin|codigo de acceso|codigo de verificacion',
  of: 'de|del|de la|de los|de las|la|el|los|las|para|por|en|y|a|e|corto|corta|provisional|usada|externo|mi|mis|su|sus|tu|tus|lo',
  nokey: 'palabra clave|palabras clave|fotograma clave|fotogramas clave|cuadro clave',
  is: 'es|son|sera',
  document:
    'documento|documentacion|guia|manual|carpeta|guion|referencia|imagen|pagina|web|sitio|ayuda|tutorial|vista previa|pago|factura|reunion|drive|acta',
  page: 'abrir|abre|abran|visita|visitar|entra en|no|inicia sesion en',
  list: 'tareas|trabajos|lista|listado|resultados|enlaces|hoy|ayer|manana|nuevo|nuevos|videos|tomas|pendientes',
  hello:
    'hola|buenas|buenos|gracias|por favor|porfa|favor|saludos|adjunto|aqui|este|esta|estos|estas|tambien|listo|completado|completada|en cola|en proceso|fallo|fallido|fallida|pendiente|cancelado|te paso|les paso|ahi|mira|revisa',
  plain:
    'estado|estatus|situacion|avance|progreso|modelo|motor|duracion|segundos|fecha|hora|entrega|enviado|creado|responsable|encargado|formato|resolucion|costo|coste|precio|prioridad|idioma|descripcion|indicacion|instruccion|texto',
};
