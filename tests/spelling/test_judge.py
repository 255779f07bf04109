"""Misspellings are found and named; right words, derived words and names are left alone."""

import string
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jwtlint.spelling.dictionary import Dictionary, load, words_of
from jwtlint.spelling.judge import Misspelling, misspelling
from jwtlint.spelling.technical import TechnicalWords

HOUSE = Path(__file__).resolve().parents[2]
TECHNICAL = TechnicalWords.read(HOUSE / "rules" / "vocab" / "words.txt")

# Written by hand: misspellings that people make, and what they meant.
TYPOS = dict(
    pair.split(">")
    for pair in words_of("""
    absense>absence accesible>accessible accessable>accessible accidently>accidentally accomodate>accommodate
    accross>across acess>access acheive>achieve acknowlege>acknowledge acquaintence>acquaintance
    actualy>actually addres>address adress>address aggresive>aggressive agreeement>agreement
    agregate>aggregate algorithim>algorithm algoritm>algorithm allready>already alltogether>altogether
    alocate>allocate alwasy>always ammount>amount analagous>analogous annoymous>anonymous anonimous>anonymous
    aplication>application apparant>apparent appearence>appearance applicaiton>application
    approriate>appropriate aproach>approach apropriate>appropriate aproximate>approximate
    architcture>architecture architecure>architecture archtecture>architecture arguement>argument
    arround>around artifical>artificial assymetric>asymmetric asynchonous>asynchronous
    asyncronous>asynchronous atempt>attempt atribute>attribute attatch>attach audiance>audience
    autentication>authentication authenication>authentication authenticatoin>authentication
    authenticaton>authentication authentification>authentication authetication>authentication
    authoriation>authorisation authorizaton>authorization authorzation>authorization
    automaticaly>automatically automaticly>automatically autorization>authorization availabe>available
    availabilty>availability availible>available avaliable>available backgroud>background balancr>balancer
    bandwith>bandwidth basicly>basically beacuse>because becasue>because becuase>because beetween>between
    begining>beginning beleive>believe benifit>benefit betwen>between boundry>boundary broswer>browser
    brower>browser browswer>browser buisness>business calender>calendar cancelation>cancellation
    capabilty>capability catagory>category certficate>certificate certifcate>certificate
    certificat>certificate challange>challenge charachter>character charater>character choosen>chosen
    cleint>client clietn>client clinet>client colection>collection colum>column comit>commit
    comitted>committed comming>coming commited>committed commmand>command communciation>communication
    comparision>comparison compatability>compatibility compatable>compatible compatibilty>compatibility
    completly>completely complience>compliance compnent>component componet>component
    comunication>communication concensus>consensus condtion>condition conection>connection
    confguration>configuration configuraiton>configuration configuraton>configuration connecton>connection
    connnection>connection consistancy>consistency consistant>consistent consumtion>consumption
    containter>container contaner>container continous>continuous convertion>conversion cooridnator>coordinator
    corect>correct correspondance>correspondence corrupton>corruption credantials>credentials
    credentails>credentials creditials>credentials curently>currently currenty>currently dashbord>dashboard
    dataabse>database databaes>database databse>database datbase>database decison>decision defalt>default
    definately>definitely definiton>definition defualt>default delimeter>delimiter delivry>delivery
    dependancy>dependency dependecy>dependency deployement>deployment deploymnet>deployment
    depoyment>deployment descripton>description desctiption>description desription>description
    destinaton>destination detabase>database develoment>development developement>development
    developper>developer diagarm>diagram diagramm>diagram differnt>different diffrent>different
    direcory>directory direcotry>directory disapear>disappear discription>description distirbuted>distributed
    distrbuted>distributed documenation>documentation documentaion>documentation dupicate>duplicate
    duplciate>duplicate efficency>efficiency efficent>efficient elment>element embarass>embarrass
    encripted>encrypted encrpyted>encrypted encrytped>encrypted encyption>encryption endpiont>endpoint
    endponit>endpoint enpoint>endpoint enviornment>environment enviroment>environment envrionment>environment
    equivalant>equivalent excecute>execute excution>execution exectue>execute existance>existence
    existant>existent exlude>exclude expecially>especially experiance>experience expiraton>expiration
    explaination>explanation explicitely>explicitly expresion>expression extention>extension exteral>external
    facilty>facility failiure>failure familar>familiar feasability>feasibility finaly>finally firewal>firewall
    firwall>firewall flexability>flexibility follwing>following folowing>following formated>formatted
    foward>forward freind>friend frequnecy>frequency fucntion>function fuction>function
    functionalty>functionality futher>further garantee>guarantee gatewey>gateway gatewya>gateway
    gatway>gateway genaral>general generaly>generally generted>generated goverment>government
    governence>governance grammer>grammar guarentee>guarantee gurantee>guarantee handeling>handling
    happend>happened harware>hardware heigth>height heirarchy>hierarchy hierachy>hierarchy
    idempotant>idempotent idenity>identity identifer>identifier illustation>illustration
    imediately>immediately immediatly>immediately implemenation>implementation implemention>implementation
    implmentation>implementation improvment>improvement incomming>incoming indentifier>identifier
    independant>independent infomation>information informaton>information infrastracture>infrastructure
    infrastrucutre>infrastructure infrastucture>infrastructure inital>initial initalize>initialize
    initilize>initialize instace>instance instanciate>instantiate intance>instance integeration>integration
    integraton>integration interace>interface interfce>interface intergration>integration interupt>interrupt
    intial>initial intrest>interest invaild>invalid invocaton>invocation knowlege>knowledge
    kuberentes>kubernetes kubernets>kubernetes langauge>language latancy>latency latecny>latency legnth>length
    lenght>length liason>liaison libary>library librarry>library lifecyle>lifecycle lisence>licence
    loadding>loading maintainance>maintenance maintenence>maintenance managment>management
    mangement>management mechansim>mechanism mesage>message messgae>message messsage>message metadta>metadata
    metdata>metadata microserivce>microservice microservcie>microservice middelware>middleware
    middlware>middleware migraton>migration millenium>millennium mispelled>misspelled modfied>modified
    monitorng>monitoring monitring>monitoring multple>multiple mutiple>multiple neccesary>necessary
    neccessary>necessary necesary>necessary negotation>negotiation netowrk>network netwrok>network
    nework>network noticable>noticeable notifcation>notification notificaton>notification obejct>object
    objct>object observabilty>observability ocasion>occasion occassion>occasion occured>occurred
    occurence>occurrence occuring>occurring offical>official omited>omitted operaton>operation
    oportunity>opportunity optmized>optimized orchestator>orchestrator orchestraton>orchestration
    orginal>original outputing>outputting overriden>overridden paralell>parallel paramater>parameter
    paramter>parameter parmeter>parameter particpant>participant passowrd>password passwrod>password
    pasword>password payement>payment paylaod>payload payoad>payload perfomance>performance
    performace>performance permision>permission permisson>permission permissons>permissions
    persistance>persistence persistant>persistent pipleine>pipeline pipline>pipeline plaform>platform
    platfrom>platform posible>possible possiblity>possibility potocol>protocol preceeding>preceding
    preferance>preference prefered>preferred presense>presence previlege>privilege privelege>privilege
    priviledge>privilege probaly>probably proccess>process procesing>processing processer>processor
    producton>production programatically>programmatically protcol>protocol protectd>protected
    protocal>protocol provison>provision provisoning>provisioning pubilc>public publically>publicly
    publsih>publish quantitiy>quantity querry>query queueu>queue reccomend>recommend receieve>receive
    recepient>recipient recieve>receive reciever>receiver recomend>recommend recoverd>recovered
    redudant>redundant redundency>redundancy refered>referred refering>referring refernce>reference
    refesh>refresh refrence>reference refrsh>refresh registery>registry regsitry>registry relevent>relevant
    reliabilty>reliability repitition>repetition replicaton>replication reponse>response repositry>repository
    repostory>repository reqeust>request requirment>requirement requst>request resorce>resource
    resouce>resource respnse>response respone>response responsability>responsibility
    responsiblity>responsibility resposne>response resturant>restaurant retreive>retrieve retrive>retrieve
    reuqest>request revokation>revocation routng>routing runing>running scalabilty>scalability
    scedule>schedule schedular>scheduler secruity>security secuirty>security securty>security
    seperate>separate seperator>separator sequnce>sequence serailize>serialize serivce>service servcie>service
    servic>service sesion>session sessoin>session severl>several sevice>service siganture>signature
    signitures>signatures signture>signature similiar>similar simultanous>simultaneous sofware>software
    specfic>specific specifed>specified speficied>specified standarized>standardized standart>standard
    storge>storage strenght>strength sturcture>structure subscribtion>subscription subscripton>subscription
    succesful>successful succesfully>successfully successfull>successful suceed>succeed sucess>success
    sucessful>successful sufficent>sufficient suport>support supress>suppress suprise>surprise
    symetric>symmetric synchronisaton>synchronisation syncronize>synchronize systme>system sytem>system
    taht>that targetted>targeted teh>the tempalte>template temperary>temporary templete>template
    temporarly>temporarily therefor>therefore threshhold>threshold throughly>thoroughly througput>throughput
    throuhgput>throughput thsi>this tiemstamp>timestamp timeot>timeout timestmap>timestamp timout>timeout
    toekn>token tokne>token tolerence>tolerance tommorow>tomorrow topolgy>topology traffc>traffic
    trafic>traffic transacton>transaction transcation>transaction transfered>transferred
    transfering>transferring transision>transition truely>truly tunel>tunnel unecessary>unnecessary
    unforseen>unforeseen unfortunatly>unfortunately unkown>unknown untill>until updte>update upgarde>upgrade
    usally>usually useage>usage usefull>useful utilty>utility vaild>valid valdiate>validate
    validaiton>validation validaton>validation varable>variable varaible>variable vaule>value vender>vendor
    verfication>verification verfiy>verify verifcation>verification verison>version versoin>version
    virutal>virtual visability>visibility visable>visible volumn>volume vulnerabilty>vulnerability
    vulnerablity>vulnerability warehosue>warehouse warninng>warning webhok>webhook whcih>which
    whitelst>whitelist wich>which widht>width wierd>weird wiht>with worflow>workflow workfow>workflow
    writting>writing yeild>yield
""")
)

# Right: British spellings, words of the field, and words formed of known ones that no dictionary lists.
RIGHT = words_of("""
    acknowledgement aeroplane agentless airgapped allowlist aluminium analogue analyse analysed analyser
    analysing anonymise anonymised anycast apologise approvers armour artefact artefacts async asynchronously
    atomically attestation authorisation authorise authorised authorises authorising autoencoder automerge
    autoprovisioned autoremediation autorenew autoscaler autoscaling backfill backfilled backoff balancer
    behaviour behavioural behaviours blocklist boolean bootstrapper botnet breadcrumb breakglass brokerless
    bundlers cacheable callable callout callouts cancelled cancelling canonicalise catalogue catalogues
    categorise categorised centralise centralised centre centred centres changelog characterise chatbot
    checkbox checkpointed checkpointing cheque ciphertext cleartext clickjacking codebase codec cohosted
    colocated colour coloured colours compactor configmap containerd containerisation containerise
    containerised containerized containerizing copilot cordoned coroutine crawler cronjob crosscutting
    crossregion cryptographically customisation customise customised cyberpunk cybersecurity daemonset
    datacenter datacentre dataframe datalake dataplane datastore datastores debouncer declaratively
    decommissioned decomposable dedupe deduplicated defence denormalized denylist deprioritize deprioritized
    deserialise deserialization detokenized dialogue digitise disallow discolour disintermediate dockerize
    dockerized dotfile downlink downsample downsampling downtime dropdown embeddings emphasise endeavour enrol
    enrolment enum enums equalise etcd eventbus evicted exfiltrate exfiltration exporter failback failover
    favour favourite fibre filesystem finalise finalised finalizer finetuning flavour flowchart formalise
    formatter forwarder fulfil fulfilment gateway generalise goroutine gossiping grey guardrails handlers
    harbour hashed healthcheck healthchecks heartbeating honeypot honour horizontally hostname hostnames
    hotpath humour hydrated hyperparameter hyperscaler hypervisor idempotency idempotent idempotently
    immutable indexer infographic infographics ingester initialise initialised initialising instalment
    intercloud internalise interprocess interservice introspection isometric issuers iterable jailbreak
    jewellery judgement kernelspace keyless keyspace keyspaces keystore kilometre kubelet labelled labelling
    labour lakehouse leaderless learnt lexerless licence licences limiter linters litre loadbalancer localhost
    localisation localise lockfile lockless login logout logstream loopback malware maximise memorise
    mergeable metadata metre microbatch microbenchmark microfrontend microservice microservices middleware
    middlewares minimise modelled modelling modernise monetise monorepo multicast multicloud multifactor
    multimodal multiregion multitenancy multitenant mutex namespace namespaced namespaces navbar neighbour
    neighbouring neighbours neon nodepool nonblocking nonce nonces noncompliant nonrepudiation normalise
    normalised nullable observability observable offboarding offence onboarding opentelemetry operationalize
    optimise optimised optimiser optimising orchestrator organisation organisational organise organised
    outlier overfetching overprovisioned oversubscribed parallelise parameterized parametrise passkey passkeys
    passphrase passwordless penalise pentest pentesters plaintext playbook plough pluggable podspec pollers
    postprocess postprocessing practise prefetch prefetched preflight preload prepend prepended preprocess
    preprocessor presign presigned pretrained prioritise prioritised productize programmatically programme
    programmer programmes provisioner publishers quantized queryable randomise ransomware realise
    reauthenticate reauthentication recognise recognised reconciler redeploying regex regexes rehash
    rehydrated reindexed reindexing reissue reissued repartitioned replayable replicator requesters reranker
    reranking resharded resharding resolver rethrottle revocation rigour rollback rollforward rollout rootless
    rotatable routable runbook runbooks sandboxed sandboxing sanitise sceptical scheduler schedulers
    schemaless scraper semaphore sendable serialise serialised serializers serverless shardable sharded
    sharding sidebar sidecarless signalling signin signup sourcemap specialise spelt stabilise stacktrace
    standardise standardised statefulset statelessness stderr stdin stdout storey stringly struct subgraph
    subnet subnets subsampled subscribers subtask subworkflow summarise summarised supernode superuser
    swappable swimlane symlink synchronise synchronised tablespace teardown templated templating throttleable
    timeseries timestamp timestamped timestamps tokenise tokenised tokenization tokenizer tokenizers tokenlike
    toleration tolerations tooltip totalling towards transpiler travelled traveller travelling truststore
    tunnelling typosquatting tyre unauthorised uncordon undeployed underprovisioned undersized underutilized
    unhashed unicast unindexed unpartitioned unrecognised unsharded unthrottled uplink upscaled upsert
    upserted upskilling uptime username userspace utilisation utilise utilised validators vapour vectorize
    vectorized verifiable verifiers virtualise virtualised virtualized visualisation visualise watchers
    webhook webhooks whilst whiteboard wireframe workqueue workspace
""")

NAMES = words_of("""
    Ably Alloy Apollo Astera Banyan Boomi Browserbase Casdoor Chameleon Citus Cognism Consul Corbado Countly
    Crownpeak Dbeaver DeepSeek Deepnote Dokku Edgedelta Emissary Fastify Firecrawl Flatcar Fusionauth Gladia
    Grain Hanko Helpscout Hygraph Instabug Iterable Kairos Kargo Karmada Keystone Knock Kubeovn Lancedb
    Linkerd Loggly Luma Marqo Metabase Mistral Neondb Nhost Observable Openziti Ory Partykit Perplexity Pixie
    Postmark Prometheus Pyroscope Rancher Resend Rook Sanity Sequel Skaffold Solr Starburst Strongdm Surrealdb
    Tailscale Telepresence Timescale Traefik Triplit Typesense Vald Velero Vitess Weave Yugabyte Zilliz
    Zitadel Zscaler
""")


def english() -> Dictionary:
    dictionary = load("en")
    assert dictionary is not None
    return dictionary


def judge(word: str, language: str = "en") -> Misspelling | None:
    dictionary = load(language)
    assert dictionary is not None
    return misspelling(word, dictionary, TECHNICAL)


def corrected(word: str, language: str = "en") -> str | None:
    """The first suggestion for a word, None where it is left alone."""
    found = judge(word, language)
    return found.suggestions[0] if found else None


def never(word: str) -> bool:
    """Accepts no word at all."""
    return False


def test_no_known_misspelling_is_a_word() -> None:
    assert [typo for typo in TYPOS if english().knows(typo) or TECHNICAL(typo)] == []


def test_every_correction_of_the_list_is_a_word() -> None:
    assert [meant for meant in TYPOS.values() if not (english().knows(meant) or TECHNICAL(meant))] == []


def test_misspellings_are_found_and_named() -> None:
    missed = [typo for typo, meant in TYPOS.items() if corrected(typo) != meant]
    assert len(missed) <= 0.03 * len(TYPOS), missed


def test_most_misspellings_are_certain() -> None:
    certain = [typo for typo in TYPOS if (found := judge(typo)) is not None and found.certain]
    assert len(certain) >= 0.95 * len(TYPOS)


def test_most_misspellings_are_found_in_titles_too() -> None:
    found = [typo for typo in TYPOS if judge(typo.capitalize())]
    assert len(found) >= 0.9 * len(TYPOS)


@pytest.mark.parametrize("cased", [str.lower, str.capitalize, str.upper])
def test_right_words_are_left_alone(cased: Callable[[str], str]) -> None:
    assert [word for word in RIGHT if judge(cased(word))] == []


def test_right_words_are_seldom_certain_even_without_technical_words() -> None:
    judged = {word: misspelling(word, english(), never) for word in RIGHT}
    certain = [word for word, found in judged.items() if found is not None and found.certain]
    assert len(certain) <= 0.01 * len(RIGHT), certain


@pytest.mark.parametrize("accept", [TECHNICAL, never])
def test_names_are_never_certain(accept: TechnicalWords) -> None:
    judged = [misspelling(name, english(), accept) for name in NAMES]
    assert [found for found in judged if found is not None and found.certain] == []


@pytest.mark.parametrize(
    "word",
    ["Fastify", "Kargo", "Linkerd", "Traefik", "DeepSeek", "Vitess", "Ory", "Zitadel", "zitadel", "kargo"],
)
def test_names_of_products_are_left_alone(word: str) -> None:
    assert judge(word) is None


def test_what_is_no_ordinary_word_is_never_judged() -> None:
    words = ["", "recieve" * 1000, *words_of("HS2565 toknId acces_token iss jti TKNS tk x ’ - naïf")]
    assert [word for word in words if judge(word)] == []


def test_suggestions_are_cased_as_the_word_is() -> None:
    assert corrected("Authenticaton") == "Authentication"
    assert corrected("AUTHENTICATON") == "AUTHENTICATION"


def test_a_word_with_joints_is_judged_by_its_parts() -> None:
    assert corrected("left-to-rigth") == "left-to-right"
    assert corrected("sevice-account") == "service-account"
    assert corrected("broswer's") == "browser's"
    assert corrected("clietn’s") == "client’s"


def test_right_words_with_joints_are_left_alone() -> None:
    words = words_of("re-used user's users' don’t can't we'll e-mail sign-in JWT's O'Reilly d'accord")
    assert [word for word in words if judge(word)] == []


def test_double_l_is_british() -> None:
    assert [word for word in words_of("unmarshaling relabelling relabeled rechanneled") if judge(word)] == []


def test_what_may_be_formed_is_no_slip_unless_a_letter_is_doubled() -> None:
    assert judge("rollforward") is None
    assert corrected("usefull") == "useful"
    assert corrected("transfered") == "transferred"


def test_a_doubtful_word_is_not_certain() -> None:
    found = judge("colum")
    assert found is not None
    assert not found.certain


@pytest.mark.parametrize(
    ("language", "word", "meant"),
    [
        ("es", "analisis", "análisis"),
        ("es", "informacion", "información"),
        ("es", "codigos", "códigos"),
        ("fr", "requete", "requête"),
        ("fr", "developpement", "développement"),
        ("de", "konnen", "können"),
        ("pt", "autenticacao", "autenticação"),
        ("it", "perche", "perché"),
        ("it", "indiirizzo", "indirizzo"),
    ],
)
def test_other_languages_miss_accents_and_slips(language: str, word: str, meant: str) -> None:
    assert corrected(word, language) == meant


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "es",
            "arquitectura está datos publica valida guion periodo solicitud Infografía Browser cache",
        ),
        ("es", "desarrolladores desplegar tokenización ANALISIS Kubernetes wifi credenciales kubelet blanca"),
        (
            "fr",
            "l'utilisateur Etat chiffre demande authentification jeton développeur API Gateway horodatage",
        ),
        (
            "de",
            "Datenbankverbindung Zugriffstoken Schluessel Benutzer Warteschlange Authentifizierungsdienst",
        ),
        ("pt", "publica validação servidor logotipo gerencia contêiner metadados Queue"),
        ("it", "l'utente sicurezza autenticazione dell'architettura sviluppatori modifico Database"),
    ],
)
def test_other_languages_are_left_alone_where_in_doubt(language: str, text: str) -> None:
    assert [word for word in words_of(text) if judge(word, language)] == []


LONG_WORDS = sorted(word for band in english().bands[:2] for word in band if len(word) >= 8)


@st.composite
def slips(draw: st.DrawFn) -> str:
    """A long frequent word with one or two letters put in, left out, replaced or swapped."""
    word = draw(st.sampled_from(LONG_WORDS))
    for _ in range(draw(st.integers(1, 2))):
        place = draw(st.integers(0, len(word) - 2))
        letter = draw(st.sampled_from(string.ascii_letters + "'’-é5_"))
        head, rest = word[:place], word[place:]
        ways = [
            head + letter + rest,
            head + rest[1:],
            head + letter + rest[1:],
            head + rest[1] + rest[0] + rest[2:],
        ]
        word = draw(st.sampled_from(ways))
    return draw(st.sampled_from([word, word.capitalize(), word.upper()]))


@settings(deadline=None)
@given(slips())
def test_suggestions_are_right_words(word: str) -> None:
    found = judge(word)
    if found is not None:
        assert found.word == word
        assert 1 <= len(found.suggestions) <= 3
        assert all(judge(meant) is None for meant in found.suggestions)
    assert all(english().knows(meant) for meant in english().suggest(word))


@settings(deadline=None)
@given(st.sampled_from(LONG_WORDS))
def test_a_known_word_is_never_misspelt(word: str) -> None:
    assert judge(word) is None
    assert judge(word.capitalize()) is None


@settings(deadline=None)
@given(st.text(max_size=30), st.sampled_from(["en", "es", "it"]))
def test_no_text_makes_it_fail(text: str, language: str) -> None:
    judge(text, language)
