//! Portuguese.

use super::Tongue;

#[rustfmt::skip]
pub(super) const WORDS: Tongue = Tongue {
    status: "erro|erros|código|codigo|códigos|resposta|respostas|estado|status|mensagem|httpcode|situação|retorno",
    came: "retornou|retorna|retornam|retornando|retornado|respondeu|responde|respondem|respondendo|respondido|devolveu|devolve|devolvem|devolvido|recebe|recebem|recebemos|recebeu|receberam|recebo|obtém|obtêm|obtivemos|obteve|dá|dão|deu|dando|mostra|mostrou|apresenta|envia|enviou|vê|vemos|exibe|lança|gera|aparece|veio|acusa|ocorre",
    received: "recebido|recebida|recebeu|obtido|obtida|recebemos",
    between: "o|a|os|as|do|da|de|dos|com|é|foi|loja|servidor|um|uma|no|na|nosso|nossa|seu|sua|meu|site|por|pelo|pela|http|que|sempre|só|apenas|nos|eles|e|ao|à|às|\
        se|lojista|agora|como|inesperado|inválido|foram|em|está|tem|seguinte|frequentemente|constantemente|normalmente|geralmente",
    goes_on: "quando|se|em|no|na|para|a|ao|à|às|aos|de|do|da|desde|e|mas|cada|porque|pois|que|então|depois|após|novamente|por|pelo|ou|com|durante|enquanto|não|todas|sempre|ao|mesmo|embora|até|vezes|é|nas|nos",
    not: "não|nao|sem|nunca|em vez de|ao invés de|no lugar de|diferente de|diferente do|esperado|esperava|esperávamos|esperada|espera|esperamos|exceto|salvo|\
        deve ser|deve retornar|deve devolver|deve responder|deve responder com|exige|exigimos|requer|só aceita|só aceitamos|entre|nem|responder com|\
        retornar um|válida",
    wanted: "esperado|necessário|exigido|esperada|requerido|obrigatório",
    units: "segundos|segundo|minutos|minuto|horas|hora|dias|dia|semanas|vezes|pedidos|pedido|tentativas|solicitações|requisições|reais|euros|clientes|visitantes|visitas|produtos|pagamentos|eventos|por|linhas|mensagens|notificações|páginas|peças",
    named: "pedido|pedidos|encomenda|fatura|cliente|linha|ticket|chamado|caso|telefone|tel|produto|n|nº|nr|número|numero|versão|quarto|rua|referência|id|cep",
    payment: "cartão|pagamento|pagamentos|pago|banco|bancário",
    http: "servidor*|loja|site|endereço|status*|requisição|url|hospedagem|provedor*|fornecedor*|operadora*",
    call: "notificação|notificações|notificacao|chamada|chamadas|retorno|webhook*|callback*|aviso|ipn|url de notificação|url de retorno|postback*|confirmação|notificar|entrega|entregas|retorno automático|endpoint|envio do webhook",
    failure: "falhou|falha|falhas|falharam|falham|falhando|falhado|erro|erros|não foi possível|nao foi possivel|não conseguimos|não conseguiu|não consegue|\
        não conseguem|não podemos|não pode|recusado|recusada|recusadas|rejeitado|rejeitada|rejeitadas|desativado|desativada|desabilitado|desabilitada|\
        não entregue|não entregues|não pôde|não puderam|problema|problemas|não funciona|não funcionam|interrompido|inválido|inválida|sem sucesso|negado|\
        negada|impossível|pendentes|malsucedido|malsucedida|não chega|não chegam|não podem",
    success: "sucesso|entregue|entregues|aceito|aceita|concluído|bem sucedido",
    redirect: "redirecionamento|redirecionamentos|redirecionado|redirecionada|redireciona|redirecionou|redirecionam|encaminha para|movido permanentemente|reencaminha*",
    reasons: &[
        ("acesso negado", 403), ("acesso proibido", 403), ("proibido", 403), ("erro interno do servidor", 500), ("erro interno de servidor", 500), ("erro interno", 500), ("página não encontrada", 404), ("pagina não encontrada", 404), ("não encontrado", 404), ("não encontrada", 404),
        ("serviço indisponível", 503), ("serviço temporariamente indisponível", 503), ("muitas requisições", 429), ("demasiados pedidos", 429), ("muitas solicitações", 429), ("não autorizado", 401), ("método não permitido", 405), ("requisição inválida", 400), ("solicitação inválida", 400), ("pedido inválido", 400),
        ("gateway inválido", 502), ("movido permanentemente", 301),
    ],
    dns: "resolver o host|resolver o nome|resolver o domínio|não foi possível resolver|resolução de nome|resolução de nomes|resolução dns|erro de dns|erro dns|\
        host desconhecido|host não encontrado|servidor não encontrado|domínio não encontrado|domínio inexistente|não resolve",
    host: "nome do host|nome do servidor|nome de domínio",
    refused: "conexão recusada|ligação recusada|recusou a conexão|recusou a ligação|conexão foi recusada|ligação foi recusada|recusa a conexão|conexão negada|conexão rejeitada",
    reset: "conexão redefinida|conexão encerrada|conexão foi encerrada|conexão interrompida|conexão foi interrompida|conexão fechada|conexão foi fechada|ligação interrompida|ligação fechada|ligação foi fechada|fechou a conexão|encerrou a conexão|interrompeu a conexão|conexão caiu|resposta vazia|conexão resetada|conexão foi redefinida|conexão abortada|ligação foi interrompida",
    timeout: "tempo esgotado|tempo de espera|demorou demais|demorou muito|demora demais|esgotou se|tempo limite|limite de tempo|tempo excedido|tempo máximo|\
        não respondeu em|excedeu o tempo|expirou o tempo|respondeu a tempo|responde a tempo|respondeu no prazo|respondeu dentro",
    unreached: "sem resposta|não responde|não respondeu|não respondia|nenhuma resposta|não houve resposta|não recebemos resposta|não obtivemos resposta|\
        não foi possível conectar|não foi possível contatar|não foi possível contactar|não foi possível acessar|não foi possível estabelecer|\
        não foi possível ligar|não conseguimos conectar|não conseguimos contatar|não conseguimos acessar|não conseguimos contactar|não conseguiu conectar|\
        não conseguiu se conectar|inacessível|inalcançável|não acessível|não está acessível|erro de conexão|falha de conexão|falha na conexão|erro de ligação|\
        estabelecer conexão|estabelecer ligação|não foi alcançado|não alcançável|alcançar o servidor|alcançar a loja",
    connection: "conexão|ligação|conectar|conectar se|contatar|contactar|ligar",
    refuses: "recus*|rejeit*|negad*|negou",
    breaks: "encerrada|interrompida|fechada|redefinida|caiu|interrompeu|encerrou|fechou|abortada",
    tls: "certificado|certificados|certificado ssl|erro ssl|erro tls|erro de ssl|conexão segura|ligação segura|cadeia de certificados|negociação|certificado*",
    tls_faults: "expirado|expirou|vencido|venceu|caducado|inválido|não é válido|não válido|não corresponde|não confere|não confiável|não é confiável|autoassinado|auto assinado|falta|faltando|incompleta|incompleto|obsoleto|não verificado|não foi possível verificar|não suportado|não suportada|falhou",
    body: "resposta|conteúdo|corpo|mensagem|texto",
    stopped: "bloqueado|bloqueada|bloqueadas|bloqueados|bloqueia|bloqueiam|bloqueou|banido|barrado|barrada|bloqueio|bloqueando",
    stoppers: "firewall|plugin de segurança|bloqueio por país|bloqueio geográfico",
    shop: "site|loja|nossa loja|nosso site|domínio|página inicial",
    unfit: "assinatura inválida|assinatura incorreta|assinatura não confere|assinatura não corresponde|assinatura não é válida|a assinatura não|\
        verificação da assinatura|hash inválido|hash incorreto|token inválido|pedido não encontrado|pedido não existe|não encontrou o pedido|\
        não foi encontrado o pedido|pedido inexistente|pedido desconhecido|encomenda não encontrada|checksum inválido|checksum não confere|\
        soma de verificação inválida",
    unaddressed: "nenhuma url de notificação|nenhum webhook|sem url de notificação|url de notificação não configurada|falta a url de notificação|deve usar https|\
        deve começar com https",
    code_column: "código http|codigo http|código de resposta|código de status|status http|código|codigo|resposta|código de erro|resposta http|último código|código resposta|estado http|status da resposta|código de estado|retorno http",
};
