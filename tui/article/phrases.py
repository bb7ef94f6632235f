"""What pages say around an article, in the languages of the newsrooms we know; only words, no decisions.

All of it is written for folded text: case folded, apostrophes straight, white space as single spaces.
"""

from __future__ import annotations

import re

_NETWORK = (
    r"(?:twitter|facebook|instagram|linkedin|pinterest|reddit|tumblr|telegram|whatsapp|youtube|tiktok"
    r"|threads|bluesky|mastodon|google news|flipboard|x|e-?mail)"
)


def _parts(block: str, separator: str | None = None) -> frozenset[str]:
    return frozenset(part.strip() for part in block.split(separator))


WHOLE_LINES = _parts(
    """
    connect with us | continue reading | advertisement | advertisements | sponsored | sponsored content |
    promoted | paid content | comments | related | trending | trending now | most read | most popular |
    most viewed | editors' picks | editor's picks | more stories | more news | top stories | latest news |
    latest stories | recommended | recommended for you | you may like | you may also like |
    you might also like | you might like | don't miss | up next | next article | previous article |
    next story | previous story | next post | previous post | skip to content | skip to main content |
    skip to navigation | jump to content | back to top | main menu | menu | search | home | log in | login |
    log out | sign in | sign up | register | subscribe | subscribe now | subscribe today | donate |
    donate now | support us | share | share this | share article | share this article | share this story |
    share this post | share this page | share on | tweet | print | email | print this article |
    email this article | save | bookmark | copy link | link copied | like this | like loading | loading |
    load more | show more | see more | read more | view all | see all | read full article |
    read full story | view comments | post comment | post a comment | cancel reply | about the author |
    about us | contact us | follow us | get the app | download our app | privacy policy | terms of use |
    terms of service | terms and conditions | cookie policy | do not sell my personal information |
    listen to this article | watch live | watch now | watch the video | watch the video below |
    for immediate release | breaking news | newsletter | newsletters | sign up for our newsletter |
    weiterlesen | mehr lesen | mehr zum thema | zum thema | lesen sie auch | lesen sie mehr |
    lesen sie hier mehr | das könnte sie auch interessieren | auch interessant | anzeige | werbung |
    teilen | artikel teilen | beitrag teilen | merken | drucken | kommentare | kommentieren |
    kommentar schreiben | kommentar verfassen | schreiben sie einen kommentar | schreibe einen kommentar |
    hinterlasse einen kommentar | kommentar hinterlassen | antwort abbrechen | zur startseite | startseite |
    anmelden | registrieren | abonnieren | jetzt abonnieren | newsletter abonnieren | impressum |
    datenschutz | meistgelesen | zum seitenanfang | nach oben | lire aussi | à lire aussi | lire la suite |
    en savoir plus | voir aussi | sur le même sujet | publicité | partager | partager cet article |
    commentaires | commenter | laisser un commentaire | s'abonner | abonnez-vous | je m'abonne |
    se connecter | s'inscrire | suivez-nous | mentions légales | les plus lus | accueil | imprimer |
    leer más | lee también | lea también | le puede interesar | te puede interesar | te recomendamos |
    más información | más noticias | noticias relacionadas | relacionado | publicidad | anuncio |
    compartir | comentarios | comentar | deja un comentario | dejar un comentario | deja una respuesta |
    suscríbete | suscribirse | iniciar sesión | síguenos | lo más leído | aviso legal | inicio | 関連記事 |
    関連ニュース | 関連キーワード | 続きを読む | もっと見る | もっと読む | あわせて読みたい | おすすめ記事 |
    おすすめ | 人気記事 | アクセスランキング | ランキング | 広告 | スポンサーリンク | シェア | シェアする |
    ツイート | ツイートする | 記事をシェア | この記事をシェア | コメント | コメントを残す | コメントを書く |
    返信をキャンセル | ログイン | 会員登録 | 無料会員登録 | トップページ | トップへ戻る | ホーム |
    無断転載を禁じます | 無断転載禁止 | 無断転載・複製を禁じます
    """,
    "|",
)
"""Whole lines, without their punctuation at either end."""

_READING_ON = (
    r"(?:read|find out|learn|see) more (?:at|on|here|in|from)\b.{0,80}",
    r"read the (?:full|original|rest of the) (?:article|story|report) (?:at|on|here|in)\b.{0,80}",
    (
        r"(?:read (?:more|next|also)|also read|see also|related|recommended|more on this|up next|don't miss"
        r"|watch(?: live| now| below| more)?|listen)"
        r"(?: (?:articles?|stories|story|posts?|coverage|topics|links|news))?\s?[:|].{0,200}"
    ),
    (
        r"(?:related|recommended|more|other|latest|popular|recent)"
        r" (?:articles?|stories|posts?|coverage|content|topics|links|videos?)"
    ),
    r"more (?:from|by) [^.,;]{1,40}",
    r"(?:click|tap) (?:here|to)\b.{0,100}",
    (
        r"(?:lesen sie (?:auch|hier|mehr)|mehr zum thema|à?\s?lire aussi|voir aussi|le[ea] también"
        r"|te puede interesar|relacionad[oa]s?|関連記事|関連|あわせて読みたい)\s?[:：].{0,200}"
    ),
    r"(?:【(?:関連記事|写真|画像|あわせて読みたい)】|>>|＞＞).{0,120}",
    r"(?:lesen sie|mehr dazu|mehr) (?:hier|bei|auf) \S{1,40}",
    r"(?:https?://|www\.)\S+|pic\.twitter\.com/\S+",
)
_SIGNING_UP = (
    (
        r"(?:sign up|subscribe|register)\b.{0,120}"
        r"\b(?:newsletters?|e-?mails?|alerts?|inbox|updates|free trial|podcast)\b.{0,120}"
    ),
    r"(?:subscribe|sign up|register) (?:now|today|here|for free|to .{1,40})",
    r"(?:abonnieren sie|melden sie sich).{0,80}newsletter.{0,80}",
    r"(?:inscrivez-vous|abonnez-vous) à .{1,80}|suscríbete (?:al?) .{1,80}",
    (
        rf"(?:follow (?:\S+ ){{1,4}}"
        rf"|(?:find|join|connect with) (?:us|me|him|her|them) |like us )on {_NETWORK}\b.{{0,100}}"
    ),
    rf"(?:folgen sie|suivez|sigue|síguenos) (?:\S+ ){{0,4}}(?:auf|bei|sur|en) {_NETWORK}\b.{{0,80}}",
    r"follow (?:us|@\w+)\b.{0,80}",
    (
        r"(?:share|tweet|email|print|save|pin|send)"
        rf"(?: (?:this|it|on|via|by|to|with|a|the|link|article|story|post|page|friend|{_NETWORK})){{1,6}}"
    ),
    rf"(?:auf|bei|per) {_NETWORK} teilen|partager (?:sur|par) {_NETWORK}",
    rf"compartir (?:en|por) {_NETWORK}|{_NETWORK}でシェア(?:する)?",
    r"already an? (?:subscriber|member|registered user)\b.{0,80}",
    (
        r"by (?:signing up|subscribing|clicking|continuing)[^.]{0,60}"
        r" you (?:agree|consent|acknowledge|accept).{0,300}"
    ),
)
_COMMENTING = (
    (
        r"(?:(?:view|show|hide|see|load|read|post|add|leave|write) )?(?:(?:all|the|more|an?|your) )*"
        r"(?:\d[\d,.]* )?comments?(?: \(?\d+\)?)?(?: (?:below|here|now|section|policy|on .{1,120}))?"
    ),
    r"(?:post|leave|write|add|view) (?:(?:an?|your|all|the) )*(?:\d+ )?(?:reply|replies|responses?)",
    r"(?:leave|cancel) (?:a )?reply to .{0,80}",
    r"\d[\d,.]* (?:shares?|likes?|views?|replies|responses|retweets|commentaires?|comentarios?)",
    r"(?:\d+ )?kommentare?(?: \(?\d+\)?)?|コメント\s?[(（]\d+[)）]|コメント\d+件|\d+件のコメント",
    r"join the (?:conversation|discussion|debate)\b.{0,60}",
    r"your email address will not be published\b.{0,120}|required fields are marked.{0,20}",
    r"(?:ihre|deine) e-mail-adresse wird nicht veröffentlicht.{0,120}",
    r"erforderliche felder sind mit .{0,40}",
    r"votre adresse (?:e-mail|de messagerie) ne sera pas publiée.{0,120}",
    r"les champs obligatoires sont .{0,60}",
    r"tu dirección de correo electrónico no será publicada.{0,120}",
    r"los campos (?:obligatorios|requeridos|necesarios) están .{0,60}",
    r"メールアドレスが公開されることはありません.{0,80}",
    r"save my name, e-?mail.{0,120}|notify me of .{0,80}|this site uses akismet.{0,120}",
    r"you must be (?:logged|signed) in.{0,60}",
    r"(?:log|sign) in to (?:comment|post|reply|leave|read|continue).{0,60}",
)
_RESERVED = r"(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados)"
_LAW_AND_MACHINE = (
    r"copyright (?:©|\(c\)|(?:19|20)\d\d|by\b.{0,60}(?:19|20)\d\d).{0,400}",
    r"(?:©|\(c\) ?(?:19|20)\d\d).{0,400}",
    rf"{_RESERVED}\b.{{0,120}}",
    r"please (?:enable|turn on) javascript.{0,120}",
    r"(?:we use|this (?:site|website|page) uses) cookies.{0,300}",
    r"this (?:site|page) is protected by recaptcha.{0,200}",
    r"(?:loading|laden|chargement|cargando|読み込み中)\W{0,4}",
    r"\d+[ -]min(?:ute)?s? read|(?:estimated )?reading time\s?:?.{0,30}|lesezeit\s?:?.{0,30}",
    r"listen to (?:this|the) (?:article|story|episode)\b.{0,40}",
)
_ADVERTISING = (
    r"(?:advertisement\W+)?(?:story|article|content) continues (?:below|after)\b.{0,40}",
    r"(?:der artikel wird|weiter) (?:nach|unter) der (?:anzeige|werbung).{0,30}",
    r"la suite après (?:cette|la) publicité",
)
_FILING = (
    (
        r"(?:filed under|tags?|topics?|categories|category|posted in|tagged(?: with)?|keywords|schlagworte"
        r"|étiquettes|etiquetas|タグ|カテゴリー?)\s?[:：].{0,200}"
    ),
    r"(?:(?:research|press|media|news|editorial|investor|author) )?contacts?\s?:.{0,150}",
    # "The Post … appeared first on Monday" is reporting.
    r"the post .{1,250} appeared first on (?!(?:mon|tues|wednes|thurs|fri|satur|sun)day).{1,60}",
    r"(?:got|have) a (?:news )?tip\?.{0,200}|have something to say\?.{0,80}",
    r"\((?:additional )?(?:reporting|writing|editing|compiled) by [^()]{1,300}\)\.?",
)

VARYING_LINES = re.compile(
    "|".join((*_READING_ON, *_SIGNING_UP, *_COMMENTING, *_LAW_AND_MACHINE, *_ADVERTISING, *_FILING))
)
"""Whole lines with a part that varies."""

RIGHTS_RESERVED = re.compile(rf"{_RESERVED}\W*\Z")
"""How a line ends that says whose the text is."""

CORRECTION = re.compile(
    r"""
      (?:corrections?|clarifications?|erratum|errata|berichtigung|korrektur|richtigstellung|rectificatif
        |rectification|corrección|rectificación|aclaración|fe\ de\ err(?:atas|ores))
        (?:\s?\([^()]{1,40}\))?\ ?(?:[:：—–]|\ -|,\ [^:.]{1,30}:|\Z)
    | (?:訂正|お詫びと訂正|更正)(?:[】）)\]：:\s]|\Z)
    | (?:an?|the)\ (?:earlier|previous|original|prior)\ version\ of\ this\ (?:\w+\ )?
        (?:article|story|report|post|column|headline|caption|piece|dispatch|review)\b
    | (?:(?:editor'?s?'?\ note|updated?|note)\s?[:—–-]\s?)?
        this\ (?:article|story|report|post|piece|headline|column)\ (?:has\ been|was)
        \ (?:updated|corrected|amended|clarified)\b
    | editor'?s?'?\ note\s?[:—–-].{0,300}\b
        (?:correct|clarif|amend|updated\ to|(?:earlier|previous)\ version)
    | in\ (?:einer|der)\ (?:früheren|vorherigen|ursprünglichen|ersten)\ (?:version|fassung)\ diese[sr]\b
    | une\ (?:version\ (?:précédente|antérieure)|première\ version)\ de\ cet\b
    | una\ versión\ (?:anterior|previa)\ de\ est[ea]\b
    """,
    re.VERBOSE,
)
"""How a correction begins, marks before it aside."""

CORRECTION_LABEL = re.compile(
    r"\W*(?:corrections?|clarifications?|erratum|berichtigung|korrektur|rectificatif|corrección|訂正|お詫びと訂正)\W*"
)
"""A line that only announces the correction below it."""

CAPTION = re.compile(
    r"""
      (?:photos?|photographs?|images?|pictures?|illustration|caption|pictured|fotos?|bild|bilder
        |(?:photo|image)\ credits?|bildquelle|crédits?(?:\ photo)?|photo\ d'illustration|imagen|fotografía
        |写真|画像|図)\s?[:：／/＝].{0,600}
    | (?:photos?|images?|pictures?)\ (?:by|via|courtesy\ of)\ [^.]{1,80}\.?
    | (?:file\ photo|file|archivbild|archivfoto|archivo)\s?[–—:-].{0,600}
    | (?:reuters|getty\ images|ap\ photo|afp|epa|dpa|bloomberg)\ ?/.{0,80}
    """,
    re.VERBOSE,
)
"""How a caption or a photo credit reads as a whole."""

CREDIT_IN_BRACKETS = re.compile(
    r"getty|ap photo|associated press photo|afp via|reuters/|/reuters|/ap\b|/afp|/epa|shutterstock|istock"
    r"|alamy|pool photo|photo by|(?:photo|image) credit|photo courtesy|photos? via|screenshot|screengrab"
    r"|picture alliance|/dpa|dpa/|imago|flickr|unsplash|wikimedia|zuma|upi/|file photo|file image"
)
"""Stands in the brackets that close a caption."""

CREDIT_AT_END = re.compile(
    r"(?:photograph|photo|image|foto|crédit)s?\ ?: [^:.?!]{1,60}\Z"
    r"|(?:/|\bvia |[.–—|] ?)(?:getty images|ap photo)\Z"
)
"""Closes a caption without brackets."""

SITES = (
    re.compile(
        r"read (?:more|the (?:full|original) (?:article|story)) (?:at|on) ((?:[\w-]+\.)+[a-z]{2,})\W*",
        re.IGNORECASE,
    ),
    re.compile(r"the post .{1,250} appeared first on (.{1,60}?)\.?", re.IGNORECASE),
)
"""Lines that name the outlet."""

SECTIONS = _parts(
    """
    politics world news us u.s uk national international local business economy markets tech technology
    science health sports sport football entertainment culture arts style travel food opinion opinions
    editorial analysis exclusive breaking live video investigation
    politik wirtschaft kultur wissen panorama ausland inland meinung kommentar
    politique monde économie société idées política economía mundo sociedad deportes opinión
    政治 経済 社会 国際 スポーツ 国内 速報
    """
)
"""Section names that stand over a headline."""

JOB = re.compile(
    r"(?:(?:senior|chief|political|national|white house|special|foreign|deputy|staff|associate|contributing) )*"
    r"(?:staff writer|reporter|correspondent|editor|columnist|contributor|writer"
    r"|(?:the )?associated press|reuters|afp|bloomberg news)"
)
"""What stands after the name in a byline without "By"."""

NAME_PARTICLES = _parts(
    """
    and und et y e de da do dos del della der den des di du la le van von zu bin al el for in the of at für
    im mit avec con staff writer reporter correspondent contributor editor special to from senior chief
    political national
    """
)
"""Words in small letters that a byline may hold."""
