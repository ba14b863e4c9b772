"""Words that stand in nearly every text and say nothing of what it is about; written without accents.

PostgreSQL leaves out those of its own lists, so that a word it lists is found nowhere whatever stands here.
"""

DUTCH_WORDS = """
    aan af al alle alleen alles als altijd andere ben bent bij ook daar dan dat de der deze die dit doch doen door dus
    een eens en er ge geen geweest haar had hadden heb hebben hebt heeft hem het hier hij hoe hun iemand iets ik in is
    ja je jij jou jouw jullie kan kon konden kunnen maar me meer men met moet mij mijn na naar nee niet niets nog nou
    nu of om omdat onder ons onze op over reeds te tegen ten ter toch toe toen tot u uit uw van veel via voor waar
    waarom want waren was wat we wel werd werden wezen wie wij wil word worden wordt zal ze zelf zich zij zijn zo
    zonder zou zouden
"""
ENGLISH_WORDS = """
    a about above after again against all also am an and any are as at be because been before being below between both
    but by can could did do does doing don down during each few for from further had has have having he her here hers
    herself him himself his how i if in into is it its itself just ll me more most my myself no nor not now of off on
    once only or other our ours ourselves out over own re s same shall she should so some such t than that the their
    theirs them themselves then there these they this those through to too under until up ve very was we were what when
    where which while who whom why will with would you your yours yourself yourselves
"""

DUTCH = frozenset(DUTCH_WORDS.split())
ENGLISH = frozenset(ENGLISH_WORDS.split())
