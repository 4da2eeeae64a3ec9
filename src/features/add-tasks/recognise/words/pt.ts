import type { Words } from './concepts';

/** Portuguese, as in Brazil. */
export const pt: Words = {
  task: 'tarefa',
  making: 'geracao|operacao|predicao|renderizacao|acompanhamento',
  piece: 'peca|criativo',
  file: 'arquivo|material',
  shot: 'plano|tomada|quadro|enquadramento',
  scene: 'cena|sequencia',
  version: 'versao|clipe',
  id: 'identificador',
  number: 'numero|num|codigo|cod',
  row: 'n o|item|linha',
  name: 'nome|titulo|rotulo|apelido|descricao curta',
  client: 'cliente|marca|anunciante|contratante|cliente final|empresa',
  note: 'observacao|observacoes|obs|anotacao|anotacoes|comentario|lembrete|nota|consideracoes|ajuste',
  key: 'chave|credencial|credenciais',
  access: 'acesso|autenticacao',
  secret: 'secreta|segredo|privada',
  api: 'servico',
  host: 'servidor|dominio|url base|endereco base|link da api',
  url: 'endereco',
  request: 'requisicao',
  origin: 'origem|fonte|original|pai|referencia',
  other:
    'pedido|fatura|nota fiscal|produto|conta|usuario|projeto|campanha|sessao|funcionario|orcamento|contrato|envio|rastreio|rastreamento|telefone|celular|boleto|protocolo|chamado|reuniao|dispositivo|compra|pagamento|transferencia|cnpj|cpf|nf',
  password: 'senha|pin|codigo de verificacao|codigo de acesso',
  of: 'de|do|da|dos|das|o|a|os|as|para|em|e|na|usada|utilizada|curto|externo|meu|meus|seu|seus',
  nokey: 'palavra chave|palavras chave|quadro chave|quadros chave|ponto chave',
  is: 'sao|sera',
  document:
    'documento|documentacao|guia|manual|pasta|roteiro|referencia|imagem|pagina|site|ajuda|tutorial|previa|pagamento|fatura|reuniao|drive|ata',
  page: 'abrir|abra|abram|visite|acesse o site|nao|entre em',
  list: 'tarefas|lista|resultados|links|hoje|ontem|amanha|novo|novos|videos|takes|pendentes',
  hello:
    'ola|bom dia|boa tarde|boa noite|obrigado|obrigada|por favor|valeu|segue|seguem|aqui|este|esta|estes|essa|esse|tambem|pronto|pronta|concluido|concluida|na fila|gerando|processando|falhou|pendente|cancelado|pessoal|gente',
  plain:
    'situacao|andamento|progresso|etapa|motor|duracao|data|horario|prazo|entrega|enviado em|criado em|responsavel|formato|proporcao|resolucao|custo|valor|prioridade|idioma|descricao|instrucao|texto|lote',
};
