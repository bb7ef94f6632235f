"""Words from which we see who speaks: pronouns, titles, kinds of bodies and documents, outlets; no decisions.

Everything is written in small letters with straight apostrophes; one list serves English, French, German and Spanish.
"""

from __future__ import annotations


def _words(block: str) -> frozenset[str]:
    return frozenset(block.casefold().split())


def _all(by_language: dict[str, frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*by_language.values())


PASSIVE = _words("is are was were be been being am gets got wurde wurden wird worden")
AUXILIARIES_OF = {
    "en": _words("has have had having would will could can should may might must did does do 's 'd 've 'll"),
    "fr": _words("a ai ont avait avaient aurait est s'est s' se lui leur nous vous me le y en ne te les"),
    "de": _words("hat haben hatte hatten habe"),
    "es": _words("ha han había habían habría se lo me te"),
}
AUXILIARIES = _all(AUXILIARIES_OF)
_ADVERBS_OF = {
    "en": _words(
        """
        also later then again once already still just only never always often soon now today yesterday tonight first
        even too further furthered instead simply merely not n't rather meanwhile ago earlier afterwards afterward
        reportedly
        monday tuesday wednesday thursday friday saturday sunday morning afternoon evening night week month year last
        this
        """
    ),
    "fr": _words(
        """
        aussi ensuite encore déjà puis ainsi même toujours pourtant bien hier
        lundi mardi mercredi jeudi vendredi samedi dimanche
        """
    ),
    "de": _words(
        """
        auch später dann noch bereits schon nun zudem außerdem jedoch aber dagegen gestern heute wiederum weiter dazu
        """
    ),
    "es": _words(
        """
        así también además después luego ayer hoy ya más todavía aún no
        lunes martes miércoles jueves viernes sábado domingo
        """
    ),
}
ADVERBS = _all(_ADVERBS_OF)
WEEKDAYS = _words(
    """
    monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag
    sonnabend sonntag january february march april may june july august september october november december jan feb
    aug sept oct nov dec januar februar märz mai juni juli oktober dezember
    lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo
    """
)
"""Days and months."""

MONTHS = _words(
    """
    january february march april may june july august september october november december jan feb aug sept oct nov dec
    januar februar märz mai juni juli oktober dezember
    """
)

TIMES = _words(
    """
    day week month year years months weeks days hour hours minutes time noviembre mes año años semana día días
    mois année semaine jour jours heures monat jahr jahre woche wochen tag tage stunden uhr
    january february march april june july august september october november december
    enero febrero marzo abril mayo junio julio agosto septiembre octubre diciembre
    janvier février mars avril juin juillet août septembre octobre novembre décembre
    """
)
"""Nouns of time, which never speak."""

SUBORDINATORS_OF = {
    "en": _words(
        "that which while but and or as because when if though although whereas since until what whether where how so"
    ),
    "fr": _words("que qui mais et ou car quand lorsque si dont puisque alors"),
    "de": _words("dass ob aber und oder denn weil während wenn sondern doch wie was"),
    "es": _words("que quien pero y e o u porque cuando si aunque mientras"),
}
SUBORDINATORS = _all(SUBORDINATORS_OF)
RELATIVES = _words("who whom whose which qui welche welcher quien quienes")
COORDINATORS = _words("and but or et mais und aber oder sowie y e pero o then yet while before after")
PREPOSITIONS_OF = {
    "en": _words(
        """
        of for at from in by to with on about after before into over under during against among between near outside
        inside through without within behind despite per via like around across as since until upon toward towards amid
        alongside
        """
    ),
    "fr": _words(
        """
        de du des d' à au aux en dans par pour sur avec chez sous vers lors selon sans depuis après avant devant entre
        """
    ),
    "de": _words(
        """
        von vom zu zum zur im in am auf bei mit nach für aus über unter vor gegen seit durch laut um beim ins ans
        """
    ),
    "es": _words("de del al en según con por para sobre desde hasta tras durante sin contra"),
}
PREPOSITIONS = _all(PREPOSITIONS_OF)
GENITIVES = _words("of for at from de du des d' del von vom the der des dem den bei beim à au chez")
"""Words that tie a following name to the noun before them."""

_DETERMINERS_OF = {
    "en": _words(
        """
        the a an this that these those his her its their our my your one some several two three four five six many most
        few both another each other all no any more
        """
    ),
    "fr": _words(
        """
        le la les l' un une des ce cet cette ces son sa ses leur leurs mon ma notre nos plusieurs certains deux trois
        """
    ),
    "de": _words(
        """
        der die das den dem des ein eine einer einem einen eines sein seine seiner ihr ihre ihrer mehrere einige zwei
        drei dieser diese dieses
        """
    ),
    "es": _words("el la los las un una unos unas su sus este esta estos estas ese esa varios dos tres algunos"),
}
DETERMINERS = _all(_DETERMINERS_OF)
STANDING_ALONE = _words("one some several two three many most few both another others einige mehrere algunos certains")
NEED_CLAUSE = _words("those ones ceux celles celui celle diejenigen jene quienes aquellos aquellas")
"""Words that mean nobody without the clause after them: "some of those who signed"."""
DEFINITE = _words("the le la les l' der die das el los las this ce cet cette dieser diese dieses este esta")
INDEFINITE = _words("a an un une ein eine una uno")
POSSESSIVES = _words(
    "his her its their son sa ses leur leurs sein seine seiner seinem seinen ihr ihre ihrer ihrem ihren su sus"
)

MALE_PRONOUNS = _words("he him il lui er él")
FEMALE_PRONOUNS = _words("she elle ella sie")
PLURAL_PRONOUNS = _words("they ils elles ellos ellas")
NEUTER_PRONOUNS = _words("it es")
FIRST_PERSON = _words("i we you us ich wir je j' nous yo nosotros")
REFLEXIVES = _words("himself herself themselves itself lui-même elle-même selbst mismo s' se")

PERSON_TITLES = _words(
    """
    cllr coun leader whip prosecutor analyst lawyer editor author actor actress singer campaigner engineer ceo cfo
    pensioner teacher nurse student passenger resident activist organizer organiser historian economist
    mr mrs ms miss mx dr prof rev hon sir dame lord lady sen rep gov lt col gen maj capt cmdr sgt cpl adm supt det insp
    pres amb atty senator representative congressman congresswoman governor mayor president captain colonel general
    major lieutenant sergeant admiral detective inspector superintendent professor doctor reverend judge justice
    sheriff chief officer commissioner councillor councilman councilwoman councilmember speaker chairman chairwoman
    chair secretary undersecretary minister chancellor ambassador attorney coach pastor father sister brother bishop
    archbishop pope cardinal rabbi imam king queen prince princess duke supervisor treasurer director deputy
    principal dean constable spokesman spokeswoman spokesperson owner former vice prime
    m mme mlle me maître docteur professeur président présidente ministre maire député députée
    herr frau bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin minister ministerin präsident
    präsidentin kanzler kanzlerin landrat landrätin professorin senatorin
    señor señora sr sra srta don doña doctora presidente presidenta alcalde alcaldesa ministra
    """
)
TITLE_PARTS = _words("majority minority house senate vice deputy state press fire police former us u.s pro tem general")
"""Words that stand inside a title: "Senate President Pro Tem"."""

LONG_TITLES = {
    "gov": "governor",
    "sen": "senator",
    "rep": "representative",
    "capt": "captain",
    "pres": "president",
    "lt": "lieutenant",
    "sgt": "sergeant",
    "dr": "doctor",
    "prof": "professor",
    "col": "colonel",
    "gen": "general",
    "insp": "inspector",
    "det": "detective",
    "supt": "superintendent",
}
MALE_WORDS = _words(
    """
    mr mr. sir lord king prince duke father brother congressman chairman councilman spokesman husband man
    son grandfather uncle boy widower pope cardinal bishop archbishop herr m m. monsieur señor sr sr. don président
    directeur bürgermeister sprecher minister präsident lokführer vorsitzende alcalde presidente consejero director
    """
) - {"director", "minister"}
FEMALE_WORDS = _words(
    """
    mrs mrs. ms ms. miss dame lady queen princess duchess sister mother congresswoman chairwoman councilwoman
    spokeswoman wife woman daughter grandmother aunt girl widow frau mme mme. mlle madame señora sra sra. srta doña
    présidente directrice bürgermeisterin sprecherin ministerin präsidentin landrätin alcaldesa presidenta
    consejera directora ministra
    """
)
GROUP_WORDS = _words(
    """
    committee campaign company companies group groups union unions police department office agency agencies board
    council commission commissions government administration organization organisation organizations association
    federation party team university college school hospital church bank ministry court house senate congress
    parliament authority authorities bureau institute foundation fund center centre centers centres service services
    society club league network newspaper station corporation firm firms business businesses coalition alliance
    chamber guild trust force army navy guard military staff staffers officials lawmakers prosecutors lawyers
    researchers scientists critics supporters opponents activists residents survivors witnesses parents families
    students teachers workers employees members signatories signers organizers organisers leaders aides alumni
    people women men others experts analysts doctors nurses inspectors investigators auditors regulators
    republicans democrats conservatives liberals protesters protestors advocates users customers neighbours
    neighbors colleagues volunteers inc corp ltd llc plc ag gmbh friends holdings systems industries partners
    zoo museum theatre theater airport railway utility supermarket hotel factory brewery facebook twitter instagram
    youtube whatsapp tiktok telegram
    management operator regulator watchdog charity delegation jury panel line railroad airline manufacturer
    studio retailer brewer carmaker startup start-up giant maker publisher
    leadership embassy consulate kremlin pentagon white treasury times post news tribune gazette politico pac camp
    direction syndicat syndicats entreprise préfecture mairie ministère gouvernement parti fédération
    collectivité régie grévistes autorités comité conseil tribunal parquet
    polizei bundespolizei feuerwehr gewerkschaft unternehmen ministerium verkehrsministerium regierung partei verband
    verein behörde behörden landkreis stadt gericht staatsanwaltschaft konzern firma deichverband amt
    polizeipräsidium bundesregierung vorstand
    gobierno ayuntamiento consejería empresa sindicato sindicatos policía ministerio partido asociación federación
    comisión vecinos comerciantes técnicos fiscalía junta
    """
)
DOCUMENT_WORDS = _words(
    """
    letter letters statement statements report reports lawsuit suit memo memorandum complaint filing indictment
    affidavit audit document documents email emails e-mail e-mails tweet post message release ruling opinion order
    petition study survey poll book article editorial headline sign note notice text transcript warrant bill
    law act resolution agreement manifesto review plan guidance advisory bulletin announcement leaflet poster
    banner website page record records recording invitation summary brief dossier decision
    lettre communiqué rapport déclaration document courrier plainte arrêt texte étude livre
    bericht erklärung mitteilung pressemitteilung schreiben gutachten urteil dokument klage studie papier
    carta comunicado informe declaración documento nota mensaje demanda sentencia estudio texto auto
    """
)
ACTIVE_DOCUMENTS = _words("letter memo petition lawsuit suit complaint filing resolution manifesto")
"""Documents that ask and demand by themselves."""

UNSPOKEN_DOCUMENTS = _words("order note law plan sign bill act record records brief page notice post book auto review")
"""Documents too often something else to be remembered as what "it" stands for."""

ISSUED_WORDS = _words(
    """
    statement statements release email emails e-mail e-mails tweet post message communiqué déclaration
    erklärung mitteilung pressemitteilung comunicado declaración
    """
)
"""Documents that are their issuer's own words, not a source by themselves."""

EVENTS = _words(
    """
    campaign campaigns event events trail race rally election elections primary season cycle tour programme program
    campagne événement kampagne wahlkampf veranstaltung campaña evento
    """
)
"""What people run or hold: none of it speaks, but for a campaign that is somebody's or the one spoken of."""

SPEECH_NOUNS = _words(
    """
    answer reply response verdict message advice words comment comments explanation question warning complaint remark
    chants chant cries cry shouts slogan slogans
    réponse antwort botschaft respuesta mensaje
    """
)
BANNERS = _words(
    """
    slogan slogans chant chants banner banners placard placards banderole banderoles pancarte pancartes pancarta
    pancartas lema lemas plakat plakate plakaten transparent transparente
    """
)
"""Where a crowd's words stand, which are nobody's."""

PERSON_SUFFIXES = ("er", "or", "ist", "man", "woman", "person", "ian", "ant", "ent", "ee", "ess", "eur", "euse", "in")
KIN = _words(
    "mother father son daughter wife husband widow sister brother nurse clerk coach captain aide source vorsitzende "
    "père mère fils fille frère sœur mari épouse élu élue padre madre hijo hija marido esposa"
)
IRREGULAR_PASTS = _words(
    """
    sent came went got took made gave kept left brought built bought caught chose drew drove fell fought flew found
    grew heard held hit kept knew led lost meant met paid ran rose saw set shot sat spent stood struck taught threw
    understood won wore broke began became let quit want wants need needs plan plans seek seeks say says said hope
    """
)
"""Verbs whose form alone does not show that a clause has begun."""

PARTY_NOUNS = _words("republican democrat independent conservative liberal native")

GIVEN_MALE = _words(
    """
    adam alan albert alex alexander andrew anthony antonio arthur ben benjamin bernard bernie bill bob bobby boris brad
    brandon brent brett brian bruce carl carlos charles charlie chris christopher chuck colin craig dale dan daniel
    dave david dean dennis derek dominic don donald doug douglas drew ed eddie edward edwin eric ethan evan felix
    francis frank fred gary gavin george gerald gordon graham greg gregory hal harold harry henry howard hugh ian jack
    jacob jake james jamie jason jeff jeffrey jeremy jerry jim jimmy joe joel john johnny jon jonathan jorge jose
    joseph josh joshua juan justin karl keith ken kenneth kevin kurt kyle larry lawrence lee leo leon leonard louis
    lucas luis luke malcolm marc marco marcus mario mark martin matt matthew max michael miguel mike mitch mohammed
    nathan neil nicholas nick nigel noah oliver oscar owen pablo patrick paul pedro pete peter phil philip phillip
    rafael ralph ray raymond rex rich richard rick rob robert roberto rodney roger ron ronald roy russell ryan sam
    samuel scott sean sergio simon stanley stephen steve steven stuart ted terry thomas tim timothy toby todd tom tommy
    tony travis trevor tyler victor vincent wade walter warren wayne will william zach
    alain antoine arnaud benoît bruno cédric christophe claude damien denis didier émile emmanuel étienne fabien
    fabrice françois frédéric gérard gilles guillaume guy henri hugo hugues jacques jérôme jean julien laurent loïc luc
    lucien marcel mathieu maxime nicolas olivier pascal pierre rené romain sébastien serge stéphane sylvain théo
    thierry tristan vincent xavier yann yannis yves
    andreas axel bernd christian christoph detlef dieter dirk dominik erich ernst florian friedrich fritz gerhard
    günter günther hans heiko heiner heinrich heinz helmut herbert holger horst jan jannis jens joachim jochen johannes
    jörg jürgen kai karsten klaus lars lukas lutz manfred markus matthias moritz norbert olaf otto rainer ralf rolf
    rudolf rüdiger sebastian stefan sven thorsten tobias torsten ulrich uwe volker werner wilhelm wolfgang
    agustín alberto alejandro alfonso álvaro andrés ángel arturo césar diego eduardo emilio enrique esteban fermín
    fernando francisco gabriel gonzalo guillermo gustavo héctor hernán ignacio iván javier jesús joaquín josé julio
    lorenzo manuel martín mateo mauricio nicolás óscar ramiro ramón raúl ricardo rodrigo rubén salvador santiago tomás
    """
) - {"dale", "lee", "alex", "sam", "chris", "jamie", "leslie", "terry", "drew", "will", "rich", "dean"}
GIVEN_FEMALE = _words(
    """
    chloé josiane
    abigail adele agnes alice alicia alison allison amanda amara amber amelia amy andrea angela anita ann anna anne
    annie april ashley audrey barbara bella bernadette beth betty beverly brenda bridget brittany carla carmen carol
    caroline carolyn catherine cathy celia charlotte cheryl chloe christina christine cindy claire clara claudia
    colleen corinne courtney crystal cynthia danielle dawn deborah debra denise diana diane donna dora doris dorothy
    edith eileen elaine elena eleanor elizabeth ella ellen elsie emily emma erin esther eva evelyn faith fiona florence
    frances gail gemma georgia gina gladys gloria grace gwen hannah harriet hazel heather heidi helen hillary holly
    hope ida irene isabel isabella jackie jacqueline jane janet janice jean jenna jennifer jenny jessica jill jo joan
    joanna joanne josephine joy joyce juanita judith judy julia julie june kamala karen kate katherine kathleen
    kathryn kathy katie kayla kelly kimberly kristen kristin laura lauren leah lena lillian linda lisa liz lois lori
    lorna lorraine louise lucia lucy lydia lynn madeline maggie margaret maria marie marilyn marion marjorie martha
    mary maureen megan melanie melissa meredith michelle mildred miranda molly monica nadia nancy naomi natalie nicole
    nina nora norma olga olivia pamela patricia paula pauline peggy penny phyllis pilar priscilla rachel rebecca
    regina renee rhonda rita roberta rosa rose rosemary ruth sabrina sally samantha sandra sara sarah shannon sharon
    sheila shirley sonia sophia sophie stacy stella stephanie sue susan susanna suzanne sylvia tamara tanya teresa
    theresa tiffany tina tracy trish valerie vanessa vera veronica victoria viola virginia vivian wanda wendy yvonne
    agathe anaïs aurélie brigitte camille cécile céline chantal clémence delphine dominique élise élodie émilie
    estelle françoise geneviève hélène inès isabelle jeanne juliette karine laurence léa maëlle manon margaux marine
    mathilde mireille monique nathalie odile pauline sandrine ségolène simone solange solène sylvie valérie véronique
    virginie
    anja anke annegret annette antje astrid barbara bärbel beate bettina birgit britta christa christiane corinna
    dagmar doris elke elisabeth erika franziska frauke gabriele gerda gisela greta hanna heike helga hilde ilse
    ines ingrid jana johanna jutta karin katharina katja katrin kerstin lieselotte maike manuela mareike marianne
    marlene martina meike monika nadine petra renate sabine sigrid silke silvia stefanie susanne svenja swantje
    tanja ulrike ursula ute
    adriana alejandra ana ángela beatriz begoña blanca carolina catalina cecilia concepción consuelo cristina
    daniela dolores elisa elvira esperanza eugenia fátima gabriela inés irene josefa juana leticia lourdes lucía luisa
    maite manuela margarita maría mariana marta mercedes mónica montserrat natalia nieves nuria paloma patricia raquel
    rocío rosario sofía soledad susana verónica yolanda
    """
) - {"dominique", "camille", "jean", "kelly", "marion", "hope", "april", "june", "faith", "shannon", "stacy", "tracy"}

ANSWERS = _words("answered answers replied replies responded responds antwortete antwortet répondu répond respondió")
ASKS = _words("asked asks pressed grilled questioned fragte demandé preguntó")

# "volgens" and "secondo" so that a Dutch or an Italian article, read as the language most like it, names people right.
ACCORDING: dict[str, tuple[tuple[str, ...], ...]] = {
    "en": (
        ("according", "to"),
        ("per",),
        ("in", "the", "words", "of"),
        ("as", "reported", "by"),
        ("reported", "by"),
        ("volgens",),
    ),
    "fr": (
        ("à", "ses", "yeux"),
        ("à", "son", "avis"),
        ("selon",),
        ("d'après",),
        ("d'", "après"),
        ("pour",),
        ("secondo",),
    ),
    "de": (
        ("nach", "angaben", "von"),
        ("nach", "angaben", "der"),
        ("nach", "angaben", "des"),
        ("nach", "angaben"),
        ("laut",),
        ("für",),
        ("volgens",),
    ),
    "es": (
        ("en", "su", "opinión"),
        ("a", "su", "juicio"),
        ("según",),
        ("de", "acuerdo", "con"),
        ("para",),
        ("secondo",),
    ),
}

OUTLET_WORDS = _words(
    """
    times post journal news herald tribune gazette tv radio magazine daily press guardian today weekly wire courier
    politico reuters ap bbc cnn nbc abc cbs msnbc fox npr pbs bloomberg axios hill vox huffpost buzzfeed vice slate
    salon independent telegraph mail sun mirror express observer economist newsweek atlantic yorker intercept verge
    afp dpa bild spiegel zeit faz welt taz süddeutsche tagesschau ard zdf rundfunk anzeiger zeitung tagblatt tagespost
    presse-agentur presseagentur sports sky itv espn
    monde figaro libération parisien humanité france-info rtl bfmtv franceinfo mediapart ouest-france
    país mundo vanguardia efe razón cadena ser rtve clarín nación excelsior
    chronicle globe inquirer dispatch sentinel examiner bulletin record ledger register beacon
    bleu inter franceinter star argus echo podcast newspaper mercury broadcasting
    channel network newswire interwire courant
    """
)
OUTLET_NOUNS = _words(
    """
    newspaper paper station outlet outlets network magazine broadcaster agency podcast website channel
    zeitung sender magazin nachrichtenagentur journal chaîne quotidien hebdomadaire agence radio
    diario periódico cadena emisora agencia revista
    """
)
ORGANISATION_HEADS = _words(
    """
    department university college house board committee friends ministry bank office association chamber alliance union
    church centers center centre bureau council court institute society school academy museum league federation
    secretary commission authority coalition foundation daughters sons ligue université ministère universidad
    ministerio
    """
)
PARTICLES = _words("de da do dos del della di van von zu bin ibn al ter ten st st. mac mc af av")
ARABIC_ARTICLES = ("al-", "el-")
INNER_PARTICLES = _words("la las los le der den dem und zu y e el du")
"""Particles that only continue another one: "van der", "de la"."""

LANGUAGE_WORDS = {
    "en": _words("the of and to in that was said for with his her he she they at by from were"),
    "fr": _words(
        "le la les des et une est dans pour que qui du sur au par ne pas avec plus été a il elle nous je ce dit"
    ),
    "de": _words(
        "der die das und ist nicht mit von den im für auf ein eine sich dem des sie wurde wir er am ich sagte"
    ),
    "es": _words("el la los las y que en por con una del para su al se lo es más fue a un no dijo"),
}
ELISIONS = ("l", "d", "qu", "n", "s", "c", "j", "m", "t", "jusqu", "lorsqu", "puisqu")
_OPENERS_OF = {
    "en": _words(
        """
        but and yet still then meanwhile so however even also or thus instead indeed later now once moreover
        furthermore nevertheless asked while for in on at when after before as by with despite under during since
        there here what why how this that these those if because although though another not no just only
        she he it they i we you his her its their our my your who which the a an one some most many several all each
        two three four five six seven eight nine ten eleven twelve
        given speaking reached killed missing among both neither either until about nearly more less every nobody
        nothing something someone everyone everything none volgens
        """
    ),
    "fr": _words(
        """
        mais et or puis pourtant ainsi pour dans
        le la les l' d' un une des il elle ils elles ce cette ces son sa ses leur on au aux du sur à dès selon après
        avant d'ici comme celle celui près secondo
        """
    ),
    "de": _words(
        """
        aber und doch dann auch zudem
        der die das ein eine er sie es dem den wir ihr sein seine im am bei nach von vor mit warum wann ob
        gegen seit als bis rund etwa zuletzt insgesamt volgens
        """
    ),
    "es": _words(
        """
        pero y sin en con para
        el los las unos unas él ella ellos su sus este esta está desde según tras al del secondo
        """
    ),
}
OPENERS = _all(_OPENERS_OF)
"""Words that begin sentences with a capital without being names."""

PRONOUNS_OF = {
    "en": _words("i we you he she it they us him her them"),
    "fr": _words("je nous vous tu il elle on ils elles lui"),
    "de": _words("ich wir du er sie es ihr man"),
    "es": _words("yo nosotros tú usted ustedes él ella ellos ellas"),
}
SINGULAR_PRONOUNS = _words("he she it il elle él ella")
MODALS = _words("will can may might must do did")
"""English words that never stand right before a verb in the past: "May said" tells of somebody called May."""


def _function_words(language: str) -> frozenset[str]:
    kinds = (AUXILIARIES_OF, _ADVERBS_OF, SUBORDINATORS_OF, PREPOSITIONS_OF, _DETERMINERS_OF, _OPENERS_OF, PRONOUNS_OF)
    return frozenset().union(*(kind[language] for kind in kinds))


FUNCTION_WORDS = {language: _function_words(language) for language in PRONOUNS_OF}
"""The words of each language that bind others together, so that they may have a capital without being names."""
