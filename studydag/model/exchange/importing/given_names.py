"""First names that are common in the Netherlands, Flanders, the German and the English speaking countries.

They help to tell `Keynote – Jan Jansen` from `Keynote – Digitale Bildung`; a name that isn't here is no less a name.
"""

from __future__ import annotations

from typing import Final

_NAMES = """
aad aaf aafke aaltje aart abdel abdelkader abdul abel achmed ad ada adam adele adil adriaan adriana adrian adrie afke agnes
agnieszka ahmed aisha albert alberto albrecht alec alena alessandra alessandro alex alexander alexandra alexia alfons alfred ali
alice alicia alida alina aline alison allan allison alwin alwine aly amanda amber amelie amina amir amira amy an ana andre andrea
andreas andree andres andrew andries andrzej andy ane angela angelica angelika angelique angie ania anita anja anke ann anna
annabel anne anneke anneleen annelien annelies annelore annemarie annemie annemieke annet annette annick annie annika anny anouk
ans antje anthony antoine anton antonia antonio antoon anuschka arend ariane arie arjan arjen armin arne arno arnold arnoud
art arthur artur astrid audrey august auke axel ayla aylin ayse baer barbara barry bart bartel bas basil bastiaan bastian
bea beate beatrice beatrix ben benedikt benjamin benjamyn bennie benny benoit berend berit bernadette bernard bernd bernhard
bernice bert bertha berthold bertien bertil bertina beth bethany bettina betty bettie bianca bibi bieke bill bilal birgit birgitta
björn bjorn bo bob bonnie boris boudewijn boukje bram brandon brecht brenda brendan brian brigitte brit brita britt britta bruce
bruno burkhard cagla caleb camille camilla can carin carina carl carla carlijn carlo carlos carmen carola carole carolien carolin
carolina caroline carolyn carsten casper catharina catherine cathy cecile cecilia cees celine chantal charlene charles charlie
charlotte chloe chris christa christel christian christiane christien christina christine christoph christophe christopher
cindy claar claartje claas claire clara claudia claus clemens coby coen colette colin connie conny cor coralien coralie
coretta corien corinna corine corinne cornelia cornelis corrie corry cristina cynthia daan dafne dagmar daisy dale damian damien dan
dana daniel daniela danielle daniëlle danique danny daphne darren dave david davy dean debbie deborah debra denise dennis derek derk
desiree detlef diana diane dick diederik diederick dieter dietmar dietrich dina dineke dinie dion dirk dolf dominic dominik dominique
don donald donna dora doreen dorien doris dorothea dorothee dorothy dorthe dorte doug douglas douwe duncan dustin dylan ebru eckhard
ed eddie eddy edgar edith edmund eduard edward edwin eef eelco eelke eef eileen ekkehard eleanor elena eline elisa elisabeth
elise elisabetta elizabeth elke ella ellen elly els elsa elsbeth elske elvira emiel emil emily emine emma emmanuel emmy emre engelbert
enrico eric erica erich erik erika erin ernest ernst erwin esmee esmeralda esra esther eugen eugene eva evelien evelyn evelyne evert
evi ewa ewald ewout fabian fabienne fadime farid farida fatiha fatima fatma febe felicitas felix femke femmy fenna fenne
ferdinand ferry fiep fieke fien fiona fleur floor floortje flora florence florian floris fons fouad francesca francesco francis
francisca francine franciscus franck frank franka frans franz franziska fred freddy frederic frederik frederike freek freya friedel
frieda friederike friedhelm friedrich frits fritz frouke gabi gabriel gabriela gabriele gabriella gaby gareth gary gavin geert
geertje geertrui gemma geoff geoffrey georg george georgia georgina gerald geraldine gerard gerben gerd gerda gerhard gerlinde gerrit
gerry gert gertjan gertrud gertrude gerwin gesa giel gijs gijsbert gilbert gilles gillian gina ginny gisela gitta gitte giulia giuseppe
glenn gloria godelieve gonda gordon goran götz graham grace greet greetje greg gregor gregory greta grete gretel grietje guido guillaume
gudrun guus günter günther gunter gunther gust gustav guy gwen gwendolyn hakan hajo halil han hanna hannah hanne hanneke hannelore
hannes hannie hans hansje hanspeter harald harm harmen harold harriet harrie harry hartmut hasan hassan hatice havva hayley hazel
heather hedwig hedy heidi heike heiko hein heiner heino heinrich heinz helen helena helene helga helge helma helmut hendrik hendrika
hendrikje henk hennie henny henri henriette henrik henry herbert heribert herman hermann hermien hester hetty hidde hilda hilde
hildegard hille hilke holger horst howard hub hubert hugh hugo huib huseyin hüseyin ian ibrahim ida idil ielke ignace ike ilja ilka
ilona ilse imke imre ina ine ineke ines inez inga inge ingeborg ingmar ingo ingrid inka inken ira irene irina iris irma irmgard isa
isaac isabel isabell isabella isabelle ismail isolde ivan ivo ivonne iwona jaap jack jackie jacob jacobus jacqueline jacques jaimy jakob
jamal james jamie jan jana jane janet janice janina janine janna janne janneke jannes jannie janny janet jannetje jantien jaro jaroslav
jasmijn jasmin jasmine jason jasper jean jeanet jeanette jeanine jeanne jeannette jeff jeffrey jelena jelle jelmer jennifer jenny jens
jeremy jeroen jerome jerry jesper jess jesse jessica jet jetske jetty jill jim jimmy jitske jitse jo joachim joan joanna joanne jochem
jochen jody joe joep joeri johan johanna johannes john johnny joke jolanda jolande jolanta jolein jolien jolijn jon jona jonas
jonathan jonna joop joost jordan jordy jorg jörg jorge jorgen jorien joris jorn jörn jorrit jos jose josé josef joseph josefien
josefine josephine josh joshua josie josien josine jowan joy joyce jozef juan judith judy jule jules julia julian julie julien juliette
julius jur jurgen jürgen jurre jurriaan justin justine jutta kaat kamil karel karen karim karima karin karina karine karl karla karlijn
karlien karolien karolin karsten kasper kate katelijne katharina katherine kathleen kathrin kathryn kathy kati katie katinka katja katrien
katrijn katrin kay kees keith kelly kelvin kemal ken kenneth kenny kerstin kevin khadija khalid kim kimberley kimberly kirsten klaas
klaartje klara klaske klaus klazien kobe koen koenraad koert konrad koos kornelia krijn kris krista kristel kristen kristian kristien
kristin kristina kristine kristof krystyna krzysztof kurt kyle kyra laila lammert lana lara larissa lars lasse laszlo laura laure laurence
laurens laurent laurie lauren lea leah leen leendert leentje lena lene lenie lennart lenny lenore leo leon leona leonard leonardo
leonie leonora leontien leopold les lesley leslie levi lia liam lianne lien lieke lies liesbeth liesbet liesl lieselot lieselotte
lieve lieven ligia lilian liliane lily lina linda lindsay lindsey lionel lisa lisanne lisbeth lise lisette lisa-marie lissa
liv liza lizzie lobke lode loes lonneke lore lorena lorenz lorenzo loretta lorraine lot lothar lotte lotta lou louis louisa louise
lourens luc luca lucas lucia lucien lucienne lucy luca ludger ludo ludovic ludwig luis luisa luise lukas luke luna lutgard lutz luuk
lydia lynn lynne maaike maarten maartje mabel machteld madeleine madelief magda magdalena maggie magnus mahmoud maik maike maja malika
malin malou malte mandy manfred manon manuel manuela mara marc marcel marcella marcelle marcia marco marcos marcus mareike mareille
maren margaret margareta margarete margarita margit margo margot margreet margret margriet marguerite maria marian marianne marie
marieke mariël marielle mariëlle mariet marietta mariette marije marijke marijn marika marike marilyn marina mario marion mariska
marisa marissa marit marja marjan marjanne marjet marjo marjolein marjolijn marjon marjorie mark marko markus marlene marleen marlies
marlijn marloes marlou marlous marnix maroesja mart marta martha marthe martien martijn martin martina martine marvin mary marwa
masha mascha mathias mathieu mathijs mathilde mats matt matteo matthew matthias matthijs matthieu maud maureen maurice maurits
mauro max maxim maxime maximilian may mechthild meggie megan mehmet meike meindert meinhard meint melanie melina melissa melle
meltem menno mera merel meret merijn merlijn merlin merve meryem mia michael michaela michaël michal michel michele michelle michiel
mick mickey mieke miel miep mies mike mikael mikel milan milena milou mimi mina minke minou mira miranda miriam mirjam mirko mirko
mirella mirthe mirte misha moira molly mohamed mohammad mohammed mona monica monika monique moritz morris muhammed murat muriel mustafa
myriam myrna myrthe nadia nadine nadja naima nancy naomi narda natalia natalie natascha natasha nathalie nathan neeltje neil nele
nell nelleke nelly nena nic nick nico nicola nicolaas nicolas nicole nicoletta niek niels nienke nigel nihal nika nikki niklas niko
nikola nikolas nikolai nils nina noa noah nol noor noortje nora norbert noreen norma norman nouria nuran nuray nynke odette
oda okke olaf ole olga oliver olivia olivier olivia omar onno orhan orla oscar oskar osman otto owen özlem pablo paddy pamela
pascal pascale pat patricia patrick patrik patty paul paula paulien paulina pauline paulo paulus pedro peer peggy peet peggy penny per
perry petar peter petra petrus phil philip philipp philippa philippe phoebe phyllis pia pien piet pieter pieternel pierre pim piotr
pip pleun pol polly priscilla quinten quentin raaf rabia rachel rachid raf rafael rainer ralf ralph ramazan ramon rana
randolf raoul raphael raphaela ravi ray raymond rebecca rebekka regina regine reiner reinhard reinhold reinier reinoud reinout rein remco
remy renata renate rene renee renée rené renske rené ria rianne ricardo richard rick rico riet rieke rien rik riki rina rineke
rita rob robbert robby robbie robert roberta roberto robin rocco rochelle roderick rodney roel roeland roelof roelien roger roland
rolf roman romy ron ronald ronja ronny roos roosmarijn rosa rosalie rosalinde rosanne rose roselinde rosemarie rosemary rosita ross roswitha
rowan roxanne roy ruben rüdiger rudi rudie rudolf rudy rune rupert russell ruth ruud ryan sabina sabine sabrina said salma sally salome
salvatore sam samantha samen samir samira sammy samuel sander sandra sandy sanna sanne santje sara sarah sascha sasha saskia saskia
scott sean seba sebastiaan sebastian sebastien sefa selin selina selma serge sergio serkan severin sevim seyma shane shannon sharon
shaun sheila shelley sherry shirley sibel sibylle siebe siebren siegfried sieglinde siem sierd sietse sietske sigrid sigurd silke
silvana silvia silvie simon simona simone sina sinan sinead sjaak sjef sjoerd sjors sjoukje sofia sofie soledad soner sonia sonja
sophia sophie sonny soraya sören sota staf stef stefaan stefan stefania stefanie steffen steffi stella sten stephan stephanie stephen
steve steven stijn stuart sue sue-ellen suleyman sunniva susan susann susanna susanne suzan suzanna suzanne suzette suze sven
svenja svetlana sybille sylke sylvain sylvester sylvia sylvie sytske tabea tamar tamara tanja tania tarik tasha ted teresa terence
terry tess tessa teun teuntje thea theo theodor theodora theresa therese theresia thera thierry thijs thilo thim thom thomas thorben
thorsten tia tiemen tijl tijmen tijs til tilde tilly tilman tim timo timon timothy tina tine tineke tinka tinne tirza titia titus
tiziana tjalling tjeerd tjitske tobias toby toine tom tomas tomasz tommy ton tonia tonja tonnie tony toon torben torsten tracey
tracy traudl trees treesje trienke trijntje trinette tristan trudy truus tugba twan tycho tyler tyrone udo ulf ulla ulli ulrich ulrike
umut ursula uschi ute uwe valentin valentina valerie valery vanessa vasco veerle vera verena vero veronica veronika veronique vesna
vicki vicky victor victoria viktor viktoria vincent viola violet violetta virginia virginie vivian vivianne viviane volker volkert
wanda walter warner wassim wendela wendeline wendelien wendy werner wessel wibke wiebe wiebke wieke wiel wietse wietske wiep wijnand wil
wilbert wilco wilfried wilhelm wilhelmina will willeke willem willemien willemijn william willie willy wilma wim winfried winnie winona
wolf wolfgang wouter wout wyke wytse wytske xander xandra xavier yannick yara yasemin yasin yasmin yasmina yasmine yildiz ylva yolanda
yorick youri youssef ype yusuf yvette yves yvo yvon yvonne zara zehra zeki zeynep zita zoe zofia zohra zuzana zwaan
amal anouar ayoub bilal dounia hafida hafsa hakim hamid hamza hanan houda ikram ilham ilias ilyas imane jamila kaoutar khadija latifa
loubna malak meryem mounir mourad nabil nabila nadira najat najib naoual nawal noura rachida rania redouan said saida salima samia sanae
siham soufiane souad tarik touria yassine younes zakaria zineb
adaeze aarav ananya anil anjali arjun deepa fiona imran kavita lakshmi mei ming nasreen nikhil pooja priya rahul rajesh ravi rohan sanjay
shabana sunita usman wei yuki yusra zainab zamora ngozi chidi kwame ama kofi abena tunde femi
bronwyn caitlin ceri cerys dafydd dilys eilidh fergus fraser gwyneth hamish iain isla kirsty lachlan morag niamh orlaigh padraig rhian rhys
rory ruairi saoirse seamus sian siobhan steffan tomos
""".split()

GIVEN_NAMES: Final[frozenset[str]] = frozenset(_NAMES) - {"samen", "art", "can", "les", "per", "lot", "dale", "wei", "wil"}
"""First names in lower case, as written."""
